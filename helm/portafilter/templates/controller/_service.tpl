{{/*
The body of the external and the internal Service: (dict "root" $ "service" VALUES "type" TYPE "ports" MAP "targetPorts" MAP).
*/}}
{{- define "portafilter.controller.serviceSpec" -}}
{{- $root := .root -}}
{{- $service := .service -}}
{{- $shared := $root.Values.controller.service -}}
{{- $nodePorts := has .type (list "NodePort" "LoadBalancer") -}}
type: {{ .type }}
{{- range $field := list "clusterIP" "clusterIPs" "externalIPs" "loadBalancerIP" "loadBalancerSourceRanges" "loadBalancerClass" "externalTrafficPolicy" "sessionAffinity" "healthCheckNodePort" "ipFamilyPolicy" "ipFamilies" }}
{{- with index $service $field }}
{{ $field }}:{{ if kindIs "slice" . }}{{ toYaml . | nindent 2 }}{{ else }} {{ . }}{{ end }}
{{- end }}
{{- end }}
{{- if hasKey $service "allocateLoadBalancerNodePorts" }}
allocateLoadBalancerNodePorts: {{ $service.allocateLoadBalancerNodePorts }}
{{- end }}
{{- if and $service.trafficDistribution (semverCompare ">=1.31.0-0" $root.Capabilities.KubeVersion.Version) }}
trafficDistribution: {{ $service.trafficDistribution }}
{{- end }}
selector:
  {{- include "ingress-nginx.selectorLabels" $root | nindent 2 }}
  app.kubernetes.io/component: controller
ports:
{{- range $name, $enabled := dict "http" $shared.enableHttp "https" $shared.enableHttps }}
{{- if $enabled }}
  - name: {{ $name }}
    port: {{ index $.ports $name | default (index $shared.ports $name) }}
    protocol: TCP
    targetPort: {{ index $.targetPorts $name | default (index $shared.targetPorts $name) }}
    {{- if $service.appProtocol }}
    appProtocol: {{ $name }}
    {{- end }}
    {{- if and $nodePorts (index $service.nodePorts $name) }}
    nodePort: {{ index $service.nodePorts $name }}
    {{- end }}
{{- end }}
{{- end }}
{{- range $protocol, $services := dict "tcp" $root.Values.tcp "udp" $root.Values.udp }}
{{- range $port, $_ := $services }}
{{- $portName := include "portafilter.portName" (dict "root" $root "port" $port "protocol" $protocol) }}
  - name: {{ $portName }}
    port: {{ $port }}
    protocol: {{ $protocol | upper }}
    targetPort: {{ $portName }}
    {{- with index (index $service.nodePorts $protocol | default dict) $port }}
    nodePort: {{ . }}
    {{- end }}
{{- end }}
{{- end }}
{{- end -}}

{{/* Values of a Service's annotations may hold templates, as in ingress-nginx's chart. */}}
{{- define "portafilter.templatedAnnotations" -}}
{{- range $key, $value := .annotations }}
{{ $key }}: {{ tpl ($value | toString) $.root | quote }}
{{- end }}
{{- end -}}
