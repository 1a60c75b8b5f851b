{{/*
What the operator may do with the objects that application teams write: everywhere, or in the one namespace of controller.scope.
*/}}
{{- define "portafilter.watchRules" -}}
# Routes: what is served.
- apiGroups: [networking.k8s.io]
  resources: [ingresses]
  verbs: [list, watch]
{{- if ne (index .Values.controller.extraArgs "update-status" | toString) "false" }}
# The addresses that Ingresses show.
- apiGroups: [networking.k8s.io]
  resources: [ingresses/status]
  verbs: [patch]
{{- end }}
# Backends: ports and names of Services, addresses and readiness of their pods.
- apiGroups: [""]
  resources: [services]
  verbs: [list, watch]
- apiGroups: [discovery.k8s.io]
  resources: [endpointslices]
  verbs: [list, watch]
# Certificates and credentials that Ingresses name. Listed and watched as metadata only; the contents of one are fetched
# when, and only when, an Ingress refers to it. RBAC has no way to say so.
- apiGroups: [""]
  resources: [secrets]
  verbs: [get, list, watch]
# What is wrong with an object is told where its owner looks: in its Events.
- apiGroups: [""]
  resources: [events]
  verbs: [create, patch]
{{- end -}}

{{/* Whether Ingresses show the addresses of nodes, not of a Service. */}}
{{- define "portafilter.showsNodes" -}}
{{- $given := .Values.controller.extraArgs -}}
{{- $service := or (and .Values.controller.publishService.enabled .Values.controller.service.enabled) (hasKey $given "publish-service") -}}
{{- if not (or $service (hasKey $given "publish-status-address")) }}true{{ end -}}
{{- end -}}
