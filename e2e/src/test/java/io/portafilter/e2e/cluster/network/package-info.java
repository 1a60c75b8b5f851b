/**
 * NetworkSetup on a cluster whose DNS, kube-proxy and ConfigMaps are as kubeadm leaves them. Every class leaves the cluster's network as it found
 * it.
 */
@NullMarked
package io.portafilter.e2e.cluster.network;

import org.jspecify.annotations.NullMarked;
