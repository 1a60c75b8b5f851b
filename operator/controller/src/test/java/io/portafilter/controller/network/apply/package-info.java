@NullMarked
package io.portafilter.controller.network.apply;

import org.jspecify.annotations.NullMarked;
