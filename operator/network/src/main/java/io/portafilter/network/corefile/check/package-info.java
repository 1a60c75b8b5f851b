/**
 * What is wrong with a whole Corefile: what CoreDNS refuses, and what it loads although names then stop resolving. Decides before
 * anything is written, for there is no {@code coredns -validate}.
 */
@NullMarked
package io.portafilter.network.corefile.check;

import org.jspecify.annotations.NullMarked;
