package org.quartermaster.equipment.scan;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** A phone without a login and with an address of its own: all of 127.0.0.0/8 is this machine. */
record Phone(InetAddress address) {

    static Phone create() {
        var random = ThreadLocalRandom.current();
        var address = new byte[] {
            127, (byte) random.nextInt(1, 255), (byte) random.nextInt(256), (byte) random.nextInt(1, 255)
        };
        try {
            return new Phone(InetAddress.getByAddress(address));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    RequestSpecification request() {
        return given().config(RestAssuredConfig.config()
                .httpClient(HttpClientConfig.httpClientConfig().setParam("http.route.local-address", address)));
    }

    /** Sends a form as browsers do, with its length; REST Assured sends forms in chunks. The raw answer comes back. */
    String send(String path, Map<String, String> texts, byte[] photo) throws IOException {
        var body = new ByteArrayOutputStream();
        for (var text : texts.entrySet()) {
            write(body, "--b\r\nContent-Disposition: form-data; name=\"" + text.getKey() + "\"\r\n\r\n");
            write(body, text.getValue() + "\r\n");
        }
        var file = photo.length == 0 ? "" : "leak.jpg";
        write(body, "--b\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"" + file + "\"\r\n");
        write(body, "Content-Type: application/octet-stream\r\n\r\n");
        body.write(photo);
        write(body, "\r\n--b--\r\n");
        return post(path, body.toByteArray());
    }

    private String post(String path, byte[] body) throws IOException {
        var head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: " + body.length + "\r\n\r\n";
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port, address, 0)) {
            var out = new ByteArrayOutputStream();
            write(out, head);
            out.write(body);
            socket.getOutputStream().write(out.toByteArray());
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
