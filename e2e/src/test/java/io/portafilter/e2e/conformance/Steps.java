package io.portafilter.e2e.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.After;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.portafilter.e2e.product.Yaml;
import java.io.IOException;
import java.net.URI;
import java.security.cert.CertificateParsingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * The suite's sentences. All are regular expressions: {@code <key>} and quotes in URLs mean something else in Cucumber's own
 * expressions.
 */
public final class Steps {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Site.Opener sites;
    private Optional<Site> site = Optional.empty();
    private final List<Caller.Answered> answers = new ArrayList<>();

    /** One scenario, on a site that this makes. */
    public Steps(Site.Opener sites) {
        this.sites = sites;
    }

    /** Leaves nothing of the scenario behind. */
    @After
    public void close() throws IOException {
        if (site.isPresent()) {
            site.get().close();
        }
    }

    @Given("^a new random namespace$")
    public void namespace() throws IOException {
        site = Optional.of(sites.open("ingress-conformance-" + UUID.randomUUID()));
    }

    @Given("^a self-signed TLS secret named \"([^\"]*)\" for the \"([^\"]*)\" hostname$")
    public void certificate(String secret, String host) throws IOException {
        site().certificate(secret, host);
    }

    @Given("^an Ingress resource named \"([^\"]*)\" with this spec:$")
    public void ingress(String name, String spec) throws IOException {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("metadata", Map.of("name", name));
        manifest.put("spec", Yaml.load(spec));
        site().ingress(manifest);
    }

    @Given("^an Ingress resource$")
    public void ingress(String manifest) throws IOException {
        site().ingress(Yaml.load(manifest));
    }

    @Given("^an Ingress resource in a new random namespace$")
    public void ingressInNamespace(String manifest) throws IOException {
        namespace();
        ingress(manifest);
    }

    @Then("^The Ingress status shows the IP address or FQDN where it is exposed$")
    public void exposed() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(site().exposed()).isPresent());
    }

    @Then("^The Ingress status should not contain the IP address or FQDN$")
    public void notExposed() throws IOException {
        assertThat(site().finallyExposed()).isEmpty();
    }

    @Then("^The backend deployment \"([^\"]*)\" for the ingress resource is scaled to (\\d+)$")
    public void scaled(String service, int pods) throws IOException {
        site().scale(service, pods);
    }

    @When("^I send a \"([^\"]*)\" request to http://\"([^\"]*)\"/\"([^\"]*)\"$")
    public void send(String method, String host, String path) throws IOException {
        String authority = host.isEmpty() ? site().exposed().orElseThrow() : host;
        send(method, "http://" + authority + "/" + path);
    }

    @When("^I send a \"([^\"]*)\" request to \"([^\"]*)\"$")
    public void send(String method, String url) throws IOException {
        answers.add(new Caller(site()).call(method, URI.create(url)));
    }

    @When("^I send (\\d+) requests to \"([^\"]*)\"$")
    public void sendMany(int count, String url) throws IOException {
        for (int i = 0; i < count; i++) {
            send("GET", url);
        }
    }

    @Then("^the response status-code must be (\\d+)$")
    public void status(int status) {
        assertThat(answer().reply().status()).isEqualTo(status);
    }

    @Then("^the response must be served by the \"([^\"]*)\" service$")
    public void servedBy(String service) {
        assertThat(echoed("service")).isEqualTo(service);
    }

    @Then("^the response proto must be \"([^\"]*)\"$")
    public void responseProto(String proto) {
        assertThat(answer().reply().head().line()).startsWith(proto + " ");
    }

    @Then("^the response headers must contain <key> with matching <value>$")
    public void responseHeaders(DataTable table) {
        table.asMaps().forEach(row -> matches(row, answer().reply().head().value(column(row, "key"))));
    }

    @Then("^the request headers must contain <key> with matching <value>$")
    public void requestHeaders(DataTable table) {
        JsonNode headers = body(answer()).get("headers");
        table.asMaps()
                .forEach(row -> matches(
                        row,
                        Optional.ofNullable(headers.get(column(row, "key")))
                                .map(values -> values.get(0).asText())));
    }

    @Then("^the request method must be \"([^\"]*)\"$")
    public void requestMethod(String method) {
        assertThat(echoed("method")).isEqualTo(method);
    }

    @Then("^the request path must be \"([^\"]*)\"$")
    public void requestPath(String path) {
        assertThat(echoed("path")).isEqualTo("/" + path);
    }

    @Then("^the request proto must be \"([^\"]*)\"$")
    public void requestProto(String proto) {
        assertThat(echoed("proto")).isEqualTo(proto);
    }

    @Then("^the request host must be \"([^\"]*)\"$")
    public void requestHost(String host) {
        assertThat(echoed("host")).isEqualTo(host);
    }

    @Then("^the secure connection must verify the \"([^\"]*)\" hostname$")
    public void verifies(String host) throws CertificateParsingException {
        assertThat(answer().certificate().orElseThrow().getSubjectAlternativeNames())
                .anyMatch(name -> host.equals(name.get(1)));
    }

    @Then("^all the responses status-code must be (\\d+) and the response body should contain the IP address of (\\d+)"
            + " different Kubernetes pods$")
    public void spread(int status, int pods) {
        assertThat(answers).allMatch(answer -> answer.reply().status() == status);
        assertThat(answers.stream()
                        .map(answer -> body(answer).get("pod").asText())
                        .distinct())
                .hasSize(pods);
    }

    private static void matches(Map<String, String> row, Optional<String> value) {
        assertThat(value).as(column(row, "key")).isPresent();
        if (!"*".equals(column(row, "value"))) {
            assertThat(value).contains(column(row, "value"));
        }
    }

    private static String column(Map<String, String> row, String name) {
        return Objects.requireNonNull(row.get(name), name);
    }

    private Site site() {
        return site.orElseThrow();
    }

    private Caller.Answered answer() {
        return answers.getLast();
    }

    private String echoed(String field) {
        return body(answer()).get(field).asText();
    }

    private static JsonNode body(Caller.Answered answer) {
        try {
            return JSON.readTree(answer.reply().body());
        } catch (IOException e) {
            throw new AssertionError("the body is no JSON: " + answer.reply().text(), e);
        }
    }
}
