package io.portafilter.network.corefile.adopt;

import io.portafilter.network.corefile.form.ServerKey;
import io.portafilter.network.corefile.parse.Corefile;
import io.portafilter.network.corefile.parse.ServerBlock;
import io.portafilter.network.corefile.parse.Stanza;
import io.portafilter.network.corefile.parse.StanzaPrinter;
import io.portafilter.network.corefile.parse.Words;
import io.portafilter.network.corefile.settings.DnsSettings;
import io.portafilter.network.corefile.settings.HostsSettings;
import io.portafilter.network.corefile.settings.HostsSettings.HostsRecord;
import io.portafilter.network.corefile.settings.ImportSettings;
import io.portafilter.network.corefile.settings.StubDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One reading of a Corefile into settings, with some of it kept as text. */
final class Reading {
    private final Corefile live;
    private final Kept kept;
    private final List<StubDomain> stubs = new ArrayList<>();
    private final List<HostsRecord> records = new ArrayList<>();
    private final StringBuilder extra = new StringBuilder();
    private final List<String> verbatim = new ArrayList<>();
    private OptionalInt hostsTtl = OptionalInt.empty();

    Reading(Corefile live, Kept kept) {
        this.live = live;
        this.kept = kept;
    }

    DnsSettings settings() {
        Optional<ServerBlock> mainBlock = MainBlocks.find(live, kept.blocks());
        Optional<MainReading> main = mainBlock.map(block -> new MainReading(block, kept.plugins()));
        main.ifPresent(reading -> {
            hosts(reading.hosts());
            verbatim.addAll(reading.verbatim());
        });
        String port = mainBlock.flatMap(MainBlocks::key).map(ServerKey::port).orElse("53");
        for (ServerBlock block : live.blocks()) {
            if (mainBlock.filter(block::equals).isPresent()) {
                continue;
            }
            Optional<StubReading> stub = kept.keeps(block) ? Optional.empty() : StubReading.of(block, port);
            if (stub.isPresent()) {
                stubs.add(stub.orElseThrow().domain());
                hosts(stub.orElseThrow().hosts());
            } else {
                StanzaPrinter.print(extra, block);
                verbatim.addAll(block.keys());
            }
        }
        return new DnsSettings(
                main.map(MainReading::block),
                stubs,
                new HostsSettings(hostsTtl, records),
                imports(main),
                extra.toString());
    }

    /** The plugins of the main block and the server blocks that are text; known once the settings are. */
    List<String> verbatim() {
        return List.copyOf(verbatim);
    }

    private void hosts(Optional<HostsSettings> hosts) {
        hosts.ifPresent(found -> {
            hostsTtl = records.isEmpty() ? found.ttlSeconds() : hostsTtl;
            records.addAll(found.records());
        });
    }

    private ImportSettings imports(Optional<MainReading> main) {
        List<String> servers = new ArrayList<>();
        for (Corefile.FileImport file : live.imports()) {
            if (file.comments().isEmpty()) {
                servers.add(file.pattern());
            } else {
                StanzaPrinter.comments(extra, file.comments(), 0);
                extra.append("import ")
                        .append(Words.write(file.pattern()).orElse("\"\""))
                        .append('\n');
            }
        }
        ImportSettings found = main.map(MainReading::imports).orElse(ImportSettings.none());
        return new ImportSettings(found.overrides(), found.beforeForward(), servers);
    }

    /** Stanzas as the text of a setting. */
    static String text(List<Stanza> stanzas) {
        StringBuilder text = new StringBuilder();
        stanzas.forEach(stanza -> StanzaPrinter.print(text, stanza, 0));
        return text.toString();
    }
}
