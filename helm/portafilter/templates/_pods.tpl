{{/*
An image's reference: (dict "root" $ "image" VALUES "key" WHERE-THEY-STAND "tag" TAG-WHEN-NONE).
A values file that pins an image of ingress-nginx would start nginx with our flags, so it is refused.
*/}}
{{- define "portafilter.image" -}}
{{- $registry := .image.registry | default .root.Values.global.image.registry -}}
{{- $name := .image.repository | default .image.image -}}
{{- $tag := .image.tag | default .tag | toString -}}
{{- if regexMatch "(^|/)(ingress-nginx/(controller|opentelemetry)|nginx-ingress-controller)" $name -}}
{{- fail (printf "%s names %s, an image of ingress-nginx: remove its image, repository, tag and digest from your values, or name your copy of %s" .key $name .ours) -}}
{{- end -}}
{{- if and .ours (regexMatch "^v[01]\\.[0-9]+\\.[0-9]+" $tag) -}}
{{- fail (printf "%s.tag is %s, a release of ingress-nginx: remove tag and digest from your values" .key $tag) -}}
{{- end -}}
{{- if and $registry (not .image.repository) }}{{ $registry }}/{{ end }}{{ $name }}:{{ $tag }}{{ with .image.digest }}@{{ . }}{{ end }}
{{- end -}}

{{/* Who we are, as every container of ours is told. */}}
{{- define "portafilter.podEnv" -}}
- name: POD_NAME
  valueFrom:
    fieldRef:
      fieldPath: metadata.name
- name: POD_NAMESPACE
  valueFrom:
    fieldRef:
      fieldPath: metadata.namespace
{{- end -}}

{{/* JVM options, unless the user's own environment says them: (dict "options" TEXT "env" LIST). */}}
{{- define "portafilter.javaOptions" -}}
{{- $said := false -}}
{{- range .env }}{{ if eq .name "JAVA_TOOL_OPTIONS" }}{{ $said = true }}{{ end }}{{ end -}}
{{- if and .options (not $said) -}}
- name: JAVA_TOOL_OPTIONS
  value: {{ .options | quote }}
{{- end -}}
{{- end -}}

{{/* A container that may do nothing but run: what the restricted Pod Security Standard asks for, and a bit more. */}}
{{- define "portafilter.restricted" -}}
runAsNonRoot: true
runAsUser: 65532
runAsGroup: 65532
allowPrivilegeEscalation: false
seccompProfile:
  type: RuntimeDefault
capabilities:
  drop:
    - ALL
readOnlyRootFilesystem: true
{{- end -}}

{{/* The rights of an image's own section, as ingress-nginx's chart has them: (dict "image" VALUES "add" LIST). */}}
{{- define "portafilter.imageSecurityContext" -}}
runAsNonRoot: {{ .image.runAsNonRoot }}
runAsUser: {{ .image.runAsUser }}
runAsGroup: {{ .image.runAsGroup }}
allowPrivilegeEscalation: {{ .image.allowPrivilegeEscalation }}
{{- with .image.seccompProfile }}
seccompProfile:
  {{- toYaml . | nindent 2 }}
{{- end }}
capabilities:
  drop:
    - ALL
  {{- with .add }}
  add:
    {{- toYaml . | nindent 4 }}
  {{- end }}
readOnlyRootFilesystem: {{ .image.readOnlyRootFilesystem }}
{{- end -}}
