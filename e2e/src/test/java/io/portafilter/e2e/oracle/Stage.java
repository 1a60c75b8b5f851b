package io.portafilter.e2e.oracle;

import io.portafilter.e2e.product.Folder;
import io.portafilter.e2e.product.Manifests;
import io.portafilter.e2e.product.Product;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A running product with the options of some cases. One case after another is put into its folder, each in its own namespace, as it
 * was when they were recorded.
 */
final class Stage implements AutoCloseable {
    private static final String FILE = "case.yaml";

    private final Folder folder;
    private final Product product;
    private final OracleBackends backends;
    private Optional<CaseObjects> objects = Optional.empty();
    private Optional<Client> client = Optional.empty();

    private Stage(Folder folder, Product product, OracleBackends backends) {
        this.folder = folder;
        this.product = product;
        this.backends = backends;
    }

    /** Starts a product with these options. */
    static Stage open(Path place, Map<String, String> options, OracleBackends backends) throws IOException {
        Folder folder = Folder.in(place);
        folder.write(
                "controller.yaml",
                List.of(
                        Manifests.configMap("oracle", "options", options),
                        Manifests.ingressClass("nginx", "k8s.io/ingress-nginx"),
                        Manifests.ingressClass("other", "example.test/other")));
        return new Stage(
                folder,
                Product.serve(folder, "--configmap=oracle/options", "--watch-ingress-without-class=false"),
                backends);
    }

    /** Puts a case into the folder and waits until it is live. */
    void play(Case what) throws IOException {
        CaseObjects next = new CaseObjects(what, backends.places());
        objects = Optional.of(next);
        client = Optional.of(new Client(product, backends));
        product.change(folder, FILE, next.manifests());
    }

    /** Changes objects of the case and waits until that is live. */
    void apply(Step.Apply step) throws IOException {
        CaseObjects changed = objects.orElseThrow();
        changed.apply(step.changes());
        product.change(folder, FILE, changed.manifests());
    }

    /** Asks what the case asks. */
    Observed ask(Step.Ask ask) throws Exception {
        return client.orElseThrow().ask(ask);
    }

    @Override
    public void close() {
        product.close();
    }
}
