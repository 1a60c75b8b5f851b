@NullMarked
package io.portafilter.controller.network;

import org.jspecify.annotations.NullMarked;
