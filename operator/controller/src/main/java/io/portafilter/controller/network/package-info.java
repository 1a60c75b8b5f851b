/** NetworkSetup, live: what the leader sees, plans, tells and has carried out. Knows how to look and to write only through its neighbours. */
@NullMarked
package io.portafilter.controller.network;

import org.jspecify.annotations.NullMarked;
