package io.portafilter.network.corefile.render;

import io.portafilter.network.corefile.form.DomainName;
import io.portafilter.network.corefile.form.ZoneSet;
import io.portafilter.network.corefile.parse.Comment;
import io.portafilter.network.corefile.parse.Corefile;
import io.portafilter.network.corefile.parse.StanzaPrinter;
import io.portafilter.network.corefile.problem.Problem;
import io.portafilter.network.corefile.settings.DnsSettings;
import io.portafilter.network.corefile.settings.HostsSettings;
import io.portafilter.network.corefile.settings.HostsSettings.HostsRecord;
import io.portafilter.network.corefile.settings.MainBlock;
import io.portafilter.network.corefile.settings.StubDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The text of settings, before anybody has looked at it. */
public final class CorefileText {
    private final StringBuilder text = new StringBuilder();
    private final List<Problem> problems = new ArrayList<>();
    private final DnsSettings settings;
    private boolean written;
    private boolean importing;

    private CorefileText(DnsSettings settings) {
        this.settings = settings;
    }

    /**
     * A text that nobody has checked.
     *
     * @param text the Corefile
     * @param problems words that cannot be written, and extra text that is none
     */
    public record Written(String text, List<Problem> problems) {
        /** Copies the list. */
        public Written {
            problems = List.copyOf(problems);
        }
    }

    /** Writes settings down. */
    public static Written write(DnsSettings settings, Optional<Mark> mark) {
        CorefileText writer = new CorefileText(settings);
        mark.ifPresent(written ->
                writer.text.append(Mark.HEADER).append(written.planHash()).append('\n'));
        settings.main().ifPresent(main -> writer.main(main, mark));
        settings.stubDomains().forEach(writer::stub);
        writer.extra();
        settings.imports().servers().forEach(writer::importServers);
        return new Written(writer.text.toString(), writer.problems);
    }

    private int port() {
        return settings.main().map(MainBlock::port).orElse(53);
    }

    private void main(MainBlock main, Optional<Mark> mark) {
        HostsSettings own = new HostsSettings(settings.hosts().ttlSeconds(), records(Optional.empty()));
        block(List.of("."), new MainWriter(main, own, settings.imports(), mark)::write);
    }

    private void stub(StubDomain stub) {
        block(stub.zones(), writer -> {
            if (stub.errors()) {
                writer.plugin("errors");
            }
            writer.hosts(new HostsSettings(settings.hosts().ttlSeconds(), records(Optional.of(stub))));
            UpstreamLines.write(writer, stub.upstreams());
            stub.cacheSeconds().ifPresent(seconds -> writer.plugin("cache", Integer.toString(seconds)));
        });
    }

    /** The records that a block serves: a name belongs to the block of the longest zone that it lies in. */
    private List<HostsRecord> records(Optional<StubDomain> stub) {
        ZoneSet all = ZoneSet.of(settings.stubDomains().stream()
                .flatMap(domain -> domain.zones().stream())
                .map(DomainName::normal)
                .toList());
        List<String> own = stub.map(StubDomain::zones).orElse(List.of()).stream()
                .map(DomainName::normal)
                .toList();
        List<HostsRecord> records = new ArrayList<>();
        for (HostsRecord record : settings.hosts().records()) {
            List<String> names = record.names().stream()
                    .filter(name -> all.covering(DomainName.normal(name))
                            .map(own::contains)
                            .orElse(stub.isEmpty()))
                    .toList();
            if (!names.isEmpty()) {
                records.add(new HostsRecord(record.address(), names));
            }
        }
        return records;
    }

    private void block(List<String> zones, java.util.function.Consumer<BlockWriter> body) {
        separate();
        BlockWriter writer = new BlockWriter(text, problems);
        zones.forEach(zone -> text.append(writer.word("server block", DomainName.display(zone)))
                .append(':')
                .append(port())
                .append(' '));
        text.append("{\n");
        body.accept(writer);
        text.append("}\n");
    }

    private void extra() {
        Corefile extra = ExtraText.serverBlocks(settings.extraServerBlocks());
        problems.addAll(extra.problems());
        extra.blocks().forEach(block -> {
            separate();
            StanzaPrinter.print(text, block);
        });
        extra.imports().forEach(file -> {
            comments(file.comments());
            importServers(file.pattern());
        });
    }

    private void comments(List<Comment> comments) {
        if (!comments.isEmpty()) {
            separate();
            StanzaPrinter.comments(text, comments, 0);
        }
    }

    private void importServers(String pattern) {
        if (!importing) {
            separate();
            importing = true;
        }
        text.append("import ")
                .append(new BlockWriter(text, problems).word("import", pattern))
                .append('\n');
    }

    private void separate() {
        if (written) {
            text.append('\n');
        }
        written = true;
    }
}
