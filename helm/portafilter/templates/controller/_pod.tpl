{{/*
How the proxy comes to ports below 1024 without being root: a sysctl of the pod's own network that the restricted Pod Security
Standard allows. On the node's network there is no such sysctl, so it is root there with one capability and nothing else.
*/}}
{{- define "portafilter.lowPorts" -}}
{{- $mode := .Values.proxy.lowPorts -}}
{{- if ne $mode "auto" -}}
{{- $mode -}}
{{- else if .Values.controller.hostNetwork -}}
capability
{{- else -}}
sysctl
{{- end -}}
{{- end -}}

{{- define "ingress-nginx.controller.containerSecurityContext" -}}
{{- if .Values.controller.containerSecurityContext -}}
{{- toYaml .Values.controller.containerSecurityContext -}}
{{- else if eq (include "portafilter.lowPorts" .) "capability" -}}
{{- $image := deepCopy .Values.controller.image -}}
{{- range $field, $value := dict "runAsNonRoot" false "runAsUser" 0 "runAsGroup" 0 }}{{ $_ := set $image $field $value }}{{ end -}}
{{- include "portafilter.imageSecurityContext" (dict "image" $image "add" (list "NET_BIND_SERVICE")) -}}
{{- else -}}
{{- include "portafilter.imageSecurityContext" (dict "image" .Values.controller.image "add" list) -}}
{{- end -}}
{{- end -}}

{{/* The user's pod-level settings, over ours. */}}
{{- define "portafilter.controller.podSecurityContext" -}}
{{- $given := deepCopy .Values.controller.podSecurityContext -}}
{{- $sysctls := dict -}}
{{- if eq (include "portafilter.lowPorts" .) "sysctl" -}}
{{- $_ := set $sysctls "net.ipv4.ip_unprivileged_port_start" "0" -}}
{{- end -}}
{{- range $given.sysctls }}{{ $_ := set $sysctls .name .value }}{{ end -}}
{{- range $name, $value := .Values.controller.sysctls }}{{ $_ := set $sysctls $name ($value | toString) }}{{ end -}}
{{- $list := list -}}
{{- range $name, $value := $sysctls }}{{ $list = append $list (dict "name" $name "value" $value) }}{{ end -}}
{{- if $list }}{{ $_ := set $given "sysctls" $list }}{{ end -}}
{{- if not (hasKey $given "fsGroup") }}{{ $_ := set $given "fsGroup" .Values.controller.image.runAsGroup }}{{ end -}}
{{- if not (hasKey $given "seccompProfile") }}{{ $_ := set $given "seccompProfile" (dict "type" "RuntimeDefault") }}{{ end -}}
{{- toYaml $given -}}
{{- end -}}

{{/* /wait-shutdown is ingress-nginx's way to drain on SIGTERM; ours needs no hook, and the image has no such program. */}}
{{- define "portafilter.controller.lifecycle" -}}
{{- $lifecycle := deepCopy .Values.controller.lifecycle -}}
{{- $command := dig "preStop" "exec" "command" list $lifecycle -}}
{{- if and $command (eq (first $command) "/wait-shutdown") }}{{ $_ := unset $lifecycle "preStop" }}{{ end -}}
{{- if $lifecycle }}{{ toYaml $lifecycle }}{{ end -}}
{{- end -}}

{{/* Values for ingress-nginx that move the admin port change liveness and readiness, and know of no start. */}}
{{- define "portafilter.controller.startupProbe" -}}
{{- $probe := deepCopy .Values.controller.startupProbe -}}
{{- $port := dig "httpGet" "port" "" .Values.controller.livenessProbe -}}
{{- if and $probe.httpGet (not $probe.httpGet.port) -}}
{{- $_ := set $probe.httpGet "port" (default .Values.controller.metrics.port $port) -}}
{{- end -}}
{{- if $probe }}{{ toYaml $probe }}{{ end -}}
{{- end -}}

{{- define "portafilter.portName" -}}
{{- with .root.Values.portNamePrefix }}{{ . }}-{{ end }}{{ .port }}-{{ .protocol }}
{{- end -}}

{{- define "portafilter.controller.ports" -}}
{{- $controller := .Values.controller -}}
{{- range $name, $port := $controller.containerPort }}
- name: {{ $name }}
  containerPort: {{ $port }}
  protocol: TCP
  {{- if $controller.hostPort.enabled }}
  hostPort: {{ index $controller.hostPort.ports $name | default $port }}
  {{- end }}
{{- end }}
- name: {{ $controller.metrics.portName }}
  containerPort: {{ $controller.metrics.port }}
  protocol: TCP
{{- range $protocol, $services := dict "tcp" .Values.tcp "udp" .Values.udp }}
{{- range $port, $service := $services }}
- name: {{ include "portafilter.portName" (dict "root" $ "port" $port "protocol" $protocol) }}
  containerPort: {{ $port }}
  protocol: {{ $protocol | upper }}
  {{- if $controller.hostPort.enabled }}
  hostPort: {{ $port }}
  {{- end }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "portafilter.controller.state" -}}
{{- $state := .Values.proxy.state -}}
- name: state
{{- if $state.existingClaim }}
  persistentVolumeClaim:
    claimName: {{ $state.existingClaim }}
{{- else if $state.hostPath }}
  hostPath:
    path: {{ $state.hostPath }}
    type: DirectoryOrCreate
{{- else }}
  emptyDir:
    sizeLimit: {{ $state.sizeLimit }}
{{- end }}
{{- end -}}

{{/* The pod of the proxy, the same for a Deployment and a DaemonSet. */}}
{{- define "portafilter.controller.pod" -}}
{{- $controller := .Values.controller -}}
metadata:
  {{- with $controller.podAnnotations }}
  annotations:
    {{- range $key, $value := . }}
    {{ $key }}: {{ $value | quote }}
    {{- end }}
  {{- end }}
  labels:
    {{- include "portafilter.labels" (dict "root" . "component" "controller" "extra" (list $controller.labels $controller.podLabels)) | nindent 4 }}
spec:
  serviceAccountName: {{ include "portafilter.proxy.serviceAccountName" . }}
  # Proxies never talk to the API server; the token below is for the operator and nobody else.
  automountServiceAccountToken: false
  terminationGracePeriodSeconds: {{ $controller.terminationGracePeriodSeconds }}
  dnsPolicy: {{ $controller.dnsPolicy }}
  {{- with $controller.dnsConfig }}
  dnsConfig:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $controller.hostAliases }}
  hostAliases:
    {{- tpl (toYaml .) $ | nindent 4 }}
  {{- end }}
  {{- with $controller.hostname }}
  hostname: {{ . }}
  {{- end }}
  {{- if $controller.hostNetwork }}
  hostNetwork: true
  {{- end }}
  {{- with .Values.imagePullSecrets }}
  imagePullSecrets:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $controller.priorityClassName }}
  priorityClassName: {{ . | quote }}
  {{- end }}
  {{- with $controller.runtimeClassName }}
  runtimeClassName: {{ . | quote }}
  {{- end }}
  {{- if $controller.shareProcessNamespace }}
  shareProcessNamespace: true
  {{- end }}
  securityContext:
    {{- include "portafilter.controller.podSecurityContext" . | nindent 4 }}
  {{- with $controller.extraInitContainers }}
  initContainers:
    {{- tpl (toYaml .) $ | nindent 4 }}
  {{- end }}
  containers:
    - name: {{ $controller.containerName }}
      image: {{ include "portafilter.image" (dict "root" . "image" $controller.image "key" "controller.image" "ours" "portafilter/ingress-proxy" "tag" .Chart.AppVersion) }}
      imagePullPolicy: {{ $controller.image.pullPolicy }}
      args:
        {{- include "portafilter.proxyArgs" . | nindent 8 }}
      securityContext:
        {{- include "ingress-nginx.controller.containerSecurityContext" . | nindent 8 }}
      env:
        {{- include "portafilter.podEnv" . | nindent 8 }}
        {{- with include "portafilter.javaOptions" (dict "options" .Values.proxy.javaOptions "env" $controller.extraEnvs) }}
        {{- . | nindent 8 }}
        {{- end }}
        {{- with $controller.extraEnvs }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
      ports:
        {{- include "portafilter.controller.ports" . | trim | nindent 8 }}
      {{- with include "portafilter.controller.startupProbe" . }}
      startupProbe:
        {{- . | nindent 8 }}
      {{- end }}
      {{- with $controller.livenessProbe }}
      livenessProbe:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with $controller.readinessProbe }}
      readinessProbe:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with include "portafilter.controller.lifecycle" . }}
      lifecycle:
        {{- . | nindent 8 }}
      {{- end }}
      {{- with $controller.resources }}
      resources:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- if and $controller.resizePolicy (semverCompare ">=1.33.0-0" .Capabilities.KubeVersion.Version) }}
      resizePolicy:
        {{- toYaml $controller.resizePolicy | nindent 8 }}
      {{- end }}
      volumeMounts:
        - name: token
          mountPath: /var/run/secrets/portafilter
          readOnly: true
        - name: ca
          mountPath: /etc/portafilter/ca
          readOnly: true
        - name: state
          mountPath: /var/lib/portafilter
        - name: tmp
          mountPath: /tmp
        {{- with $controller.extraVolumeMounts }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
    {{- with $controller.extraContainers }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  volumes:
    - name: token
      projected:
        sources:
          - serviceAccountToken:
              audience: {{ .Values.operator.audience }}
              expirationSeconds: 3600
              path: token
    # The pod waits until the operator has written the bundle: a proxy cannot do anything without it the first time.
    - name: ca
      configMap:
        name: {{ include "portafilter.caBundle" . }}
        items:
          - key: ca.crt
            path: ca.crt
    {{- include "portafilter.controller.state" . | nindent 4 }}
    - name: tmp
      emptyDir:
        sizeLimit: 64Mi
    {{- with $controller.extraVolumes }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- with $controller.nodeSelector }}
  nodeSelector:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $controller.tolerations }}
  tolerations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $controller.affinity }}
  affinity:
    {{- tpl (toYaml .) $ | nindent 4 }}
  {{- end }}
  {{- with $controller.topologySpreadConstraints }}
  topologySpreadConstraints:
    {{- tpl (toYaml .) $ | nindent 4 }}
  {{- end }}
{{- end -}}
