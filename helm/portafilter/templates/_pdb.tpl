{{/* How many may be away: (dict "root" $ "name" NAME "component" COMPONENT "labels" TEXT "values" VALUES). */}}
{{- define "portafilter.pdb" -}}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ .name }}
  namespace: {{ include "ingress-nginx.namespace" .root }}
  labels:
    {{- .labels | nindent 4 }}
  {{- with .annotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  selector:
    matchLabels:
      {{- include "ingress-nginx.selectorLabels" .root | nindent 6 }}
      app.kubernetes.io/component: {{ .component }}
  {{- if hasKey .values "maxUnavailable" }}
  maxUnavailable: {{ .values.maxUnavailable }}
  {{- else }}
  minAvailable: {{ .values.minAvailable }}
  {{- end }}
  {{- with .values.unhealthyPodEvictionPolicy }}
  unhealthyPodEvictionPolicy: {{ . }}
  {{- end }}
{{- end -}}
