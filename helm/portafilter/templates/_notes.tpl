{{/*
Walks a user's values along keys.yaml: (dict "values" MAP "path" TEXT "keys" MAP "ignored" LIST-HOLDER "unknown" LIST-HOLDER).
A holder is a map with the one entry "list", because templates have no other way to collect.
*/}}
{{- define "portafilter.walkValues" -}}
{{- range $name, $value := .values -}}
{{- $path := ternary $name (printf "%s.%s" $.path $name) (eq $.path "") -}}
{{- $fate := get $.keys $path -}}
{{- if hasPrefix "ignored" $fate -}}
{{- $_ := set $.ignored "list" (append $.ignored.list (printf "%s: %s" $path (trimPrefix "ignored: " $fate))) -}}
{{- else if not $fate -}}
{{- $above := false -}}
{{- range $key, $_ := $.keys }}{{ if hasPrefix (printf "%s." $path) $key }}{{ $above = true }}{{ end }}{{ end -}}
{{- if not $above -}}
{{- $_ := set $.unknown "list" (append $.unknown.list $path) -}}
{{- else if kindIs "map" $value -}}
{{- include "portafilter.walkValues" (dict "values" $value "path" $path "keys" $.keys "ignored" $.ignored "unknown" $.unknown) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
