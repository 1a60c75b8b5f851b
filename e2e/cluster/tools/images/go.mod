module io.portafilter/e2e/tools/images

go 1.26.0
