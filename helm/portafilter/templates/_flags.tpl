{{/*
ingress-nginx is one process, we are two: each flag goes to the one that obeys it. Whatever is not listed here goes to the
operator, which refuses what it does not know with a sentence.
*/}}
{{- define "portafilter.proxyFlags" -}}
bind http-port https-port healthz-host healthz-port health-check-path metrics-per-host
shutdown-grace-period post-shutdown-grace-period worker-shutdown-timeout
{{- end -}}

{{/* Flags that both obey. */}}
{{- define "portafilter.sharedFlags" -}}
enable-metrics controller-class
{{- end -}}

{{- define "portafilter.flag" -}}
{{- ternary "-" "--" (eq (len .name) 1) }}{{ .name }}{{ if ne (.value | toString) "" }}={{ .value }}{{ end -}}
{{- end -}}

{{/*
controller.extraArgs of one process: (dict "root" $ "proxy" BOOL). ingress-nginx's stream-port is a port inside its pod; ours is
the operator's door, which operator.streamPort moves.
*/}}
{{- define "portafilter.extraArgs" -}}
{{- $root := .root -}}
{{- $proxy := .proxy -}}
{{- $proxies := splitList " " (include "portafilter.proxyFlags" . | replace "\n" " ") -}}
{{- $shared := splitList " " (include "portafilter.sharedFlags" .) -}}
{{- range $name, $value := omit $root.Values.controller.extraArgs "stream-port" }}
{{- if or (has $name $shared) (eq (has $name $proxies) $proxy) }}
- {{ include "portafilter.flag" (dict "name" $name "value" $value) | quote }}
{{- end }}
{{- end }}
{{- end -}}

{{/* What both are told, unless extraArgs says otherwise. */}}
{{- define "portafilter.sharedArgs" -}}
{{- $given := .Values.controller.extraArgs -}}
{{- if not (hasKey $given "controller-class") }}
- --controller-class={{ .Values.controller.ingressClassResource.controllerValue }}
{{- end }}
{{- if not (hasKey $given "enable-metrics") }}
- --enable-metrics={{ .Values.controller.metrics.enabled }}
{{- end }}
{{- end -}}

{{- define "portafilter.proxyArgs" -}}
{{- $controller := .Values.controller -}}
{{- $ns := include "ingress-nginx.namespace" . -}}
- --operator=https://{{ include "portafilter.operator.fullname" . }}.{{ $ns }}.svc:{{ .Values.operator.streamPort }}
- --token-file=/var/run/secrets/portafilter/token
- --ca-file=/etc/portafilter/ca/ca.crt
- --state-dir=/var/lib/portafilter
{{- range $name := list "http" "https" }}
{{- if not (hasKey $controller.extraArgs (printf "%s-port" $name)) }}
- --{{ $name }}-port={{ index $controller.containerPort $name }}
{{- end }}
{{- end }}
{{- with $controller.healthCheckHost }}
- --healthz-host={{ . }}
{{- end }}
{{- if ne $controller.healthCheckPath "/healthz" }}
- --health-check-path={{ $controller.healthCheckPath }}
{{- end }}
{{- include "portafilter.sharedArgs" . }}
{{- include "portafilter.extraArgs" (dict "root" . "proxy" true) }}
{{- range $name, $value := .Values.proxy.extraArgs }}
- {{ include "portafilter.flag" (dict "name" $name "value" $value) | quote }}
{{- end }}
{{- end -}}

{{- define "portafilter.operatorArgs" -}}
{{- $controller := .Values.controller -}}
{{- $fullname := include "ingress-nginx.fullname" . -}}
{{- $ns := include "ingress-nginx.namespace" . -}}
{{- if not $controller.enableAnnotationValidations }}
- --enable-annotation-validation=false
{{- end }}
{{- if .Values.defaultBackend.enabled }}
- --default-backend-service={{ $ns }}/{{ include "ingress-nginx.defaultBackend.fullname" . }}
{{- end }}
{{- if and $controller.publishService.enabled $controller.service.enabled }}
{{- if $controller.service.external.enabled }}
- --publish-service={{ include "ingress-nginx.controller.publishServicePath" . }}
{{- else if $controller.service.internal.enabled }}
- --publish-service={{ include "ingress-nginx.controller.publishServicePath" . }}-internal
{{- end }}
{{- end }}
- --election-id={{ include "ingress-nginx.controller.electionID" . }}
- --installation={{ $fullname }}
{{- with $controller.ingressClass }}
- --ingress-class={{ . }}
{{- end }}
- --configmap={{ default $ns $controller.configMapNamespace }}/{{ include "ingress-nginx.controller.fullname" . }}
{{- if .Values.tcp }}
- --tcp-services-configmap={{ default $ns $controller.tcp.configMapNamespace }}/{{ $fullname }}-tcp
{{- end }}
{{- if .Values.udp }}
- --udp-services-configmap={{ default $ns $controller.udp.configMapNamespace }}/{{ $fullname }}-udp
{{- end }}
{{- if $controller.scope.enabled }}
- --watch-namespace={{ include "portafilter.scope" . }}
{{- else if $controller.scope.namespaceSelector }}
- --watch-namespace-selector={{ $controller.scope.namespaceSelector }}
{{- end }}
{{- if and $controller.reportNodeInternalIp $controller.hostNetwork }}
- --report-node-internal-ip-address=true
{{- end }}
{{- if $controller.admissionWebhooks.enabled }}
- --validating-webhook=:{{ $controller.admissionWebhooks.port }}
- --webhook-configuration={{ include "ingress-nginx.admissionWebhooks.fullname" . }}
{{- end }}
{{- if $controller.ingressClassByName }}
- --ingress-class-by-name=true
{{- end }}
- --watch-ingress-without-class={{ $controller.watchIngressWithoutClass }}
{{- if $controller.enableTopologyAwareRouting }}
- --enable-topology-aware-routing=true
{{- end }}
{{- if $controller.disableLeaderElection }}
- --disable-leader-election=true
{{- end }}
{{- with $controller.electionTTL }}
- --election-ttl={{ . }}
{{- end }}
{{- include "portafilter.networkArgs" . }}
- --healthz-port={{ .Values.operator.adminPort }}
- --stream-port={{ .Values.operator.streamPort }}
- --stream-audience={{ .Values.operator.audience }}
- --proxy-service-account={{ include "portafilter.proxy.serviceAccountName" . }}
{{- if ne $controller.name "controller" }}
- --server-name={{ include "ingress-nginx.controller.fullname" . }}-admission.{{ $ns }}.svc
{{- end }}
{{- if include "portafilter.showsNodes" . }}
- --proxy-label={{ include "ingress-nginx.selectorLabels" . | replace ": " "=" | replace "\n" "," }},app.kubernetes.io/component=controller
{{- end }}
{{- include "portafilter.sharedArgs" . }}
{{- include "portafilter.extraArgs" (dict "root" . "proxy" false) }}
{{- range $name, $value := .Values.operator.extraArgs }}
- {{ include "portafilter.flag" (dict "name" $name "value" $value) | quote }}
{{- end }}
{{- end -}}
