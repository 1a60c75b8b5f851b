/** The operator's life: what is started in which order, and how it ends. What is done in it has a package of its own. */
@NullMarked
package io.portafilter.controller;

import org.jspecify.annotations.NullMarked;
