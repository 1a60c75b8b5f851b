{{/* ConfigMaps that are read whatever networkSetup.configMaps says: those that SourceOptions.KNOWN_CONFIG_MAPS names. */}}
{{- define "portafilter.networkConfigMaps" -}}
calico-config canal-config cilium-config coredns coredns-custom dns-default kube-dns kube-flannel-cfg kube-proxy
kube-proxy-config kube-router-cfg kubeadm-config kubelet-config rke2-canal-config rke2-coredns-rke2-coredns
{{- end -}}

{{- define "portafilter.networkArgs" -}}
{{- $setup := .Values.networkSetup -}}
{{- if and $setup.write (not $setup.enabled) -}}
{{- fail "networkSetup.write is true, so the operator may carry out plans, but networkSetup.enabled is false, so it makes none: set networkSetup.enabled, too" -}}
{{- end -}}
{{- if and $setup.enabled .Values.rbac.scope -}}
{{- fail "networkSetup.enabled is true, so the operator reads nodes and the Services of all namespaces, but rbac.scope is true, so it may look at one namespace only: set one of them to false" -}}
{{- end -}}
{{- if $setup.enabled }}
- --network-setup={{ ternary "write" "observe" $setup.write }}
{{- $known := splitList " " (include "portafilter.networkConfigMaps" . | replace "\n" " ") }}
{{- $others := list }}
{{- range $setup.configMaps }}{{ if not (has . $known) }}{{ $others = append $others . }}{{ end }}{{ end }}
{{- with $others }}
- --network-config-map={{ join "," . }}
{{- end }}
{{- with $setup.namespaces }}
- --network-namespace={{ join "," . }}
{{- end }}
{{- end }}
{{- end -}}

{{/* What the operator may read of the cluster's network, and with networkSetup.write what it may write. */}}
{{- define "portafilter.networkRules" -}}
{{- $setup := .Values.networkSetup -}}
{{- $known := splitList " " (include "portafilter.networkConfigMaps" . | replace "\n" " ") -}}
# What the network is to be, and what became of it.
- apiGroups: [portafilter.io]
  resources: [networksetups]
  verbs: [get, list, watch]
- apiGroups: [portafilter.io]
  resources: [networksetups/status]
  verbs: [patch]
# What the network is: addresses, ranges, and who uses them.
- apiGroups: [""]
  resources: [nodes, services, pods]
  verbs: [list, watch]
- apiGroups: [networking.k8s.io]
  resources: [ingresses, networkpolicies, servicecidrs, ipaddresses]
  verbs: [list, watch]
# What runs it. RBAC cannot limit these to the namespaces that count.
- apiGroups: [apps]
  resources: [daemonsets, deployments]
  verbs: [list, watch]
# How it is set: the settings of the DNS, of kube-proxy, of networks and of kubeadm, by name, in any namespace.
- apiGroups: [""]
  resources: [configmaps]
  resourceNames: {{ concat $known ($setup.configMaps | default list) | uniq | sortAlpha | toJson }}
  verbs: [list, watch]
# The same of Calico and of OpenShift, where they are.
- apiGroups: [crd.projectcalico.org]
  resources: [ippools]
  verbs: [list, watch]
- apiGroups: [config.openshift.io]
  resources: [networks]
  verbs: [list, watch]
- apiGroups: [operator.openshift.io]
  resources: [dnses]
  verbs: [list, watch]
{{- if $setup.write }}
# Plans: single values of these ConfigMaps, and a restart of these workloads by an annotation of their template.
{{- with $setup.configMaps }}
- apiGroups: [""]
  resources: [configmaps]
  resourceNames: {{ toJson . }}
  verbs: [get, patch]
{{- end }}
{{- with $setup.daemonSets }}
- apiGroups: [apps]
  resources: [daemonsets]
  resourceNames: {{ toJson . }}
  verbs: [get, patch]
{{- end }}
{{- with $setup.deployments }}
- apiGroups: [apps]
  resources: [deployments]
  resourceNames: {{ toJson . }}
  verbs: [get, patch]
{{- end }}
# Further ranges for Services. A name cannot limit creation; none is deleted that is not labelled as ours.
- apiGroups: [networking.k8s.io]
  resources: [servicecidrs]
  verbs: [get, create, delete]
{{- end }}
{{- end -}}
