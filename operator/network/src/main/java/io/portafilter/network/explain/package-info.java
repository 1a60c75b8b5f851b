/** Answers to questions about one name or one Service: what people do with nslookup and iptables -L. Asks nobody, computes. */
@NullMarked
package io.portafilter.network.explain;

import org.jspecify.annotations.NullMarked;
