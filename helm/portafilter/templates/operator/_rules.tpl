{{/*
What the operator may do with the objects that application teams write: everywhere, or in the one namespace of controller.scope.
*/}}
{{- define "portafilter.watchRules" -}}
# Routes: what is served.
- apiGroups: [networking.k8s.io]
  resources: [ingresses]
  verbs: [get, list, watch]
{{- if ne (index .Values.controller.extraArgs "update-status" | toString) "false" }}
# The addresses that Ingresses show.
- apiGroups: [networking.k8s.io]
  resources: [ingresses/status]
  verbs: [patch, update]
{{- end }}
# Backends: ports and names of Services.
- apiGroups: [""]
  resources: [services]
  verbs: [get, list, watch]
# Backends: addresses and readiness of their pods.
- apiGroups: [discovery.k8s.io]
  resources: [endpointslices]
  verbs: [get, list, watch]
# The ConfigMap with options, and those that annotations name.
- apiGroups: [""]
  resources: [configmaps]
  verbs: [get, list, watch]
# Certificates and credentials that Ingresses name. Listed and watched as metadata only; the contents of one are fetched
# when, and only when, an Ingress refers to it. RBAC has no way to say so.
- apiGroups: [""]
  resources: [secrets]
  verbs: [get, list, watch]
# What is wrong with an object is told where its owner looks: in its Events.
- apiGroups: ["", events.k8s.io]
  resources: [events]
  verbs: [create, patch]
{{- end -}}
