package org.quartermaster.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.quartermaster.local.LocalServers;

/** Somebody with an e-mail address, who uses the services by it. */
public final class Visitor {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern TOKEN = Pattern.compile("Token: ([A-Za-z0-9_-]+)");
    private static final String PASSWORD = "a violet staple of batteries";

    private final int issuer;
    private final String email;
    private String token;

    public Visitor(int issuer, String email) {
        this.issuer = issuer;
        this.email = email;
    }

    public String email() {
        return email;
    }

    /** The value of a text field of a JSON object, the first of that name. */
    public static String text(String json, String name) {
        var field = Pattern.compile("\"%s\":\"([^\"]+)\"".formatted(name)).matcher(json);
        assertThat(field.find()).as(name + " in " + json).isTrue();
        return field.group(1);
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofMinutes(1));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Posts JSON to the issuer; its answer, which is to have this status. */
    public String post(String path, String json, int status) throws IOException, InterruptedException {
        var request = request(issuer, "/api/v1/" + path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        var answer = send(request);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(status);
        return answer.body();
    }

    /** Presses the button of a page that the issuer has given. */
    private void press(String url) throws IOException, InterruptedException {
        var page = request(issuer, URI.create(url).getPath()).POST(HttpRequest.BodyPublishers.noBody());
        assertThat(send(page).statusCode()).isEqualTo(200);
    }

    /** Makes an account and proves the address. */
    public void register(String invitation) throws IOException, InterruptedException {
        var mails = mails();
        var more = invitation == null ? "" : ",\"invitation_token\":\"" + invitation + '"';
        post("auth/register", "{\"email\":\"%s\",\"password\":\"%s\"%s}".formatted(email, PASSWORD, more), 202);
        post("auth/verify-email", "{\"token\":\"" + mailedToken(mails + 1) + "\"}", 200);
    }

    /** Signs in to an organization, or to the own one (null); what is answered. */
    public String signIn(String tenant) throws IOException, InterruptedException {
        token = null;
        var where = tenant == null ? "" : ",\"tenant\":\"" + tenant + '"';
        var answer =
                post("auth/login", "{\"email\":\"%s\",\"password\":\"%s\"%s}".formatted(email, PASSWORD, where), 200);
        token = text(answer, "access_token");
        return answer;
    }

    /** Becomes one of those who run the installation, as the command for it does, and signs in as that. */
    public void runTheInstallation() throws IOException, InterruptedException, SQLException {
        var bootstrap = new ProcessBuilder("../bootstrap-operator", email);
        bootstrap.environment().put("QM_DB_URL", LocalServers.databaseUrl("procurement"));
        var process = bootstrap.inheritIO().start();
        assertThat(process.waitFor()).as("the command's exit code").isZero();
        signIn(new ServiceDatabase("procurement")
                .ask("select tenant_id from procurement.organizations where is_operator"));
    }

    /** Buys a plan for the organization that he is signed in to. */
    public void buy(String plan) throws IOException, InterruptedException {
        var page = post("billing/checkout", "{\"plan\":\"%s\",\"interval\":\"month\"}".formatted(plan), 201);
        press(text(page, "checkout_url"));
    }

    /** What he was given when he signed in. */
    public String token() {
        return token;
    }

    /** The token of the newest mail, when so many have come. */
    public String mailedToken(long count) {
        await("mail " + count + " to " + email).atMost(Duration.ofSeconds(30)).until(() -> mails() >= count);
        try {
            var newest = TOKEN.matcher(mailbox());
            assertThat(newest.find()).isTrue();
            return newest.group(1);
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private long mails() throws IOException, InterruptedException {
        return TOKEN.matcher(mailbox()).results().count();
    }

    private String mailbox() throws IOException, InterruptedException {
        return send(request(issuer, "/q/mailbox?to=" + email).GET()).body();
    }

    /** The status of a request in his name at any service. */
    public int get(int port, String path) throws IOException, InterruptedException {
        return get(port, path, token);
    }

    public static int get(int port, String path, String token) throws IOException, InterruptedException {
        var request = request(port, path).GET();
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request).statusCode();
    }

    /** Exchanges an API key for a token. */
    public String exchange(String key) throws IOException, InterruptedException {
        var answer = send(request(issuer, "/api/v1/auth/token")
                .header("X-API-Key", key)
                .POST(HttpRequest.BodyPublishers.noBody()));
        return text(answer.body(), "access_token");
    }
}
