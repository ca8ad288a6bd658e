package org.quartermaster.procurement;

import static io.restassured.RestAssured.given;
import static org.quartermaster.platform.testing.Eventually.await;

import java.util.List;
import java.util.Map;

/** The mails to an address, as the local stack shows them. */
public record TestMailbox(String address) {

    /** All that have come, the newest first. */
    public List<Map<String, Object>> mails() {
        return given().queryParam("to", address)
                .get("/q/mailbox")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    /** The newest one, when so many have come. */
    public Map<String, Object> newestOf(int count) {
        await(count + " mails to " + address).until(() -> mails().size() >= count);
        return mails().get(0);
    }

    /** The token of the newest one, when so many have come. */
    public String tokenOf(int count) {
        return tokenOf((String) newestOf(count).get("text"));
    }

    /** The token on its line of a text. */
    public static String tokenOf(String text) {
        return text.lines()
                .filter(line -> line.startsWith("Token: "))
                .map(line -> line.substring("Token: ".length()))
                .findFirst()
                .orElseThrow();
    }
}
