package io.portafilter.cli.network;

import io.portafilter.cli.kubectl.Kubectl;
import io.portafilter.cli.kubectl.Reply;
import io.portafilter.cli.network.Question.Need;
import io.portafilter.network.cluster.Cluster;
import io.portafilter.network.cluster.ClusterObject;
import io.portafilter.network.cluster.TreeReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Asks the cluster that kubectl points at what an export would hold. */
public final class LiveExport {
    private static final String TIMEOUT = "--request-timeout=30s";

    private final Kubectl kubectl;
    private final List<ClusterObject> objects = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Map<String, String> logs = new TreeMap<>();

    private LiveExport(Kubectl kubectl) {
        this.kubectl = kubectl;
    }

    /**
     * Everything that an export would hold.
     *
     * @throws IOException if something is missing without which nothing can be said
     */
    public static Export all(Kubectl kubectl) throws IOException {
        return new LiveExport(kubectl).ask(Question.all("json"));
    }

    /**
     * The NetworkSetups alone.
     *
     * @throws IOException if they cannot be read; that there are none is fine
     */
    public static Export setups(Kubectl kubectl) throws IOException {
        Question setups = Question.setups("json");
        LiveExport export = new LiveExport(kubectl);
        Reply reply = export.reply(setups);
        if (!reply.isFine() && !reply.isAbsent()) {
            throw new IOException(sentence(setups, reply));
        }
        return export.ask(reply.isFine() ? List.of(setups) : List.of());
    }

    private Export ask(List<Question> questions) throws IOException {
        for (Question question : questions) {
            Reply reply = reply(question);
            if (reply.isFine()) {
                take(question, reply.out());
            } else if (question.need() == Need.ALWAYS) {
                throw new IOException(sentence(question, reply));
            } else if (question.need() == Need.IF_ALLOWED || !reply.isAbsent()) {
                problems.add(sentence(question, reply) + "; what follows does without");
            }
        }
        return new Export(Cluster.of(objects, logs), objects.isEmpty(), problems);
    }

    private Reply reply(Question question) throws IOException {
        List<String> arguments = new ArrayList<>(question.arguments());
        arguments.add(TIMEOUT);
        try {
            return kubectl.run(arguments);
        } catch (IOException e) {
            throw new IOException("kubectl cannot read " + question.resources() + ": " + e.getMessage(), e);
        }
    }

    private void take(Question question, String text) {
        if (question.isLog()) {
            logs.put(question.file(), text);
        } else {
            TreeReader.Read read = TreeReader.read("kubectl get " + question.resources(), text);
            objects.addAll(read.objects());
            problems.addAll(read.problems());
        }
    }

    private static String sentence(Question question, Reply reply) {
        String what = question.resources();
        return reply.isForbidden()
                ? "you may not read " + what + " (" + reply.why()
                        + "); ask for the right to get and list them, or let somebody"
                        + " who has it run what portafilter network export prints"
                : "kubectl cannot read " + what + ": " + reply.why() + "; try kubectl get nodes by itself";
    }
}
