package io.portafilter.proxy.metrics;

import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What the kernel says of this process, under the names that ingress-nginx has for nginx. Where /proc is missing, nothing. */
final class ProcessStatus {
    private static final String PREFIX = "nginx_ingress_controller_nginx_process_";

    private final Path proc;
    private final Labels constant;

    ProcessStatus(Path proc, Labels constant) {
        this.proc = proc;
        this.constant = constant;
    }

    List<MetricSnapshot> collect() {
        List<MetricSnapshot> snapshots = new ArrayList<>();
        snapshots.add(Snapshots.gauge(PREFIX + "num_procs", "number of processes", 1, constant));
        ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .ifPresent(cpu -> snapshots.add(Snapshots.counter(
                        PREFIX + "cpu_seconds", "Cpu usage in seconds", cpu.toNanos() / 1e9, constant)));
        ProcessHandle.current()
                .info()
                .startInstant()
                .ifPresent(start -> snapshots.add(Snapshots.gauge(
                        PREFIX + "oldest_start_time_seconds",
                        "start time in seconds since 1970/01/01",
                        start.getEpochSecond(),
                        constant)));
        field("status", "VmRSS:")
                .ifPresent(kib -> snapshots.add(Snapshots.gauge(
                        PREFIX + "resident_memory_bytes", "number of bytes of memory in use", kib * 1024.0, constant)));
        field("status", "VmSize:")
                .ifPresent(kib -> snapshots.add(Snapshots.gauge(
                        PREFIX + "virtual_memory_bytes", "number of bytes of memory in use", kib * 1024.0, constant)));
        field("io", "rchar:")
                .ifPresent(bytes -> snapshots.add(
                        Snapshots.counter(PREFIX + "read_bytes", "number of bytes read", bytes, constant)));
        field("io", "wchar:")
                .ifPresent(bytes -> snapshots.add(
                        Snapshots.counter(PREFIX + "write_bytes", "number of bytes written", bytes, constant)));
        return snapshots;
    }

    private OptionalLong field(String file, String name) {
        try {
            return Files.readAllLines(proc.resolve(file)).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(name.length()).replace("kB", "").strip())
                    .mapToLong(Long::parseLong)
                    .findFirst();
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
