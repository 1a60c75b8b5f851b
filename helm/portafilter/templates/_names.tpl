{{/*
Names and labels as ingress-nginx's chart derives them: dashboards, NetworkPolicies, kubectl lines and users' own values
(through tpl) rely on them, so these templates keep its names, too.
*/}}
{{- define "ingress-nginx.name" -}}
{{- default "ingress-nginx" .Values.nameOverride | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- define "ingress-nginx.chart" -}}
{{- printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- define "ingress-nginx.fullname" -}}
{{- $name := include "ingress-nginx.name" . -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 63 | trimSuffix "-" -}}
{{- else if contains $name .Release.Name -}}
{{- .Release.Name | trunc 63 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name $name | trunc 63 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{- define "ingress-nginx.namespace" -}}
{{- default .Release.Namespace .Values.namespaceOverride | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- define "ingress-nginx.controller.fullname" -}}
{{- printf "%s-%s" (include "ingress-nginx.fullname" .) .Values.controller.name | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- define "ingress-nginx.controller.electionID" -}}
{{- default (printf "%s-leader" (include "ingress-nginx.fullname" .)) .Values.controller.electionID -}}
{{- end -}}

{{/* The Service whose addresses Ingresses show. */}}
{{- define "ingress-nginx.controller.publishServicePath" -}}
{{- $name := printf "%s/%s" (include "ingress-nginx.namespace" .) (include "ingress-nginx.controller.fullname" .) -}}
{{- default $name .Values.controller.publishService.pathOverride | trimSuffix "-" -}}
{{- end -}}

{{- define "ingress-nginx.selectorLabels" -}}
app.kubernetes.io/name: {{ include "ingress-nginx.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "ingress-nginx.labels" -}}
helm.sh/chart: {{ include "ingress-nginx.chart" . }}
{{ include "ingress-nginx.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/part-of: {{ include "ingress-nginx.name" . }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- with .Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/* The account with rights in the cluster: the operator's. */}}
{{- define "ingress-nginx.serviceAccountName" -}}
{{- if .Values.serviceAccount.create -}}
{{- default (include "ingress-nginx.fullname" .) .Values.serviceAccount.name -}}
{{- else -}}
{{- default "default" .Values.serviceAccount.name -}}
{{- end -}}
{{- end -}}

{{- define "ingress-nginx.admissionWebhooks.fullname" -}}
{{- printf "%s-%s" (include "ingress-nginx.fullname" .) .Values.controller.admissionWebhooks.name | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- define "ingress-nginx.defaultBackend.fullname" -}}
{{- printf "%s-%s" (include "ingress-nginx.fullname" .) .Values.defaultBackend.name | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- define "ingress-nginx.defaultBackend.serviceAccountName" -}}
{{- if .Values.defaultBackend.serviceAccount.create -}}
{{- default (printf "%s-backend" (include "ingress-nginx.fullname" .)) .Values.defaultBackend.serviceAccount.name -}}
{{- else -}}
{{- default "default" .Values.defaultBackend.serviceAccount.name -}}
{{- end -}}
{{- end -}}

{{/* Names that ingress-nginx does not have. */}}
{{- define "portafilter.operator.fullname" -}}
{{- printf "%s-operator" (include "ingress-nginx.fullname" .) | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{/* The account of the proxies: an identity towards the operator, without a right in the cluster. */}}
{{- define "portafilter.proxy.serviceAccountName" -}}
{{- if .Values.proxy.serviceAccount.create -}}
{{- default (printf "%s-proxy" (include "ingress-nginx.fullname" .)) .Values.proxy.serviceAccount.name -}}
{{- else -}}
{{- required "proxy.serviceAccount.name is empty: name the account, or set proxy.serviceAccount.create to true" .Values.proxy.serviceAccount.name -}}
{{- end -}}
{{- end -}}

{{- define "portafilter.ca" -}}
{{- printf "%s-ca" (include "ingress-nginx.fullname" .) -}}
{{- end -}}

{{- define "portafilter.caBundle" -}}
{{- printf "%s-ca-bundle" (include "ingress-nginx.fullname" .) -}}
{{- end -}}

{{/* The namespace that controller.scope limits us to. */}}
{{- define "portafilter.scope" -}}
{{- default (include "ingress-nginx.namespace" .) .Values.controller.scope.namespace -}}
{{- end -}}

{{/* A metadata block's labels: (dict "root" $ "component" NAME "extra" LIST-OF-MAPS). */}}
{{- define "portafilter.labels" -}}
{{ include "ingress-nginx.labels" .root }}
app.kubernetes.io/component: {{ .component }}
{{- range .extra }}
{{- with . }}
{{ toYaml . }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "portafilter.controllerLabels" -}}
{{ include "portafilter.labels" (dict "root" . "component" "controller" "extra" (list .Values.controller.labels)) }}
{{- end -}}

{{- define "portafilter.operatorLabels" -}}
{{ include "portafilter.labels" (dict "root" . "component" "operator" "extra" (list .Values.operator.labels)) }}
{{- end -}}

{{- define "portafilter.defaultBackendLabels" -}}
{{ include "portafilter.labels" (dict "root" . "component" "default-backend" "extra" (list .Values.defaultBackend.labels)) }}
{{- end -}}
