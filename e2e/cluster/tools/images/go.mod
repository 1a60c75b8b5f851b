module io.portafilter/e2e/tools/images

go 1.26.0

require golang.org/x/net v0.57.0
