package org.huzhu.operations.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A member at his phone, signed in: asks for pages and sends forms as a browser does. */
record Visitor(HttpClient client, String site, String token) {

    private static final String EDGE = "huzhu-bench-edge";

    /** A part of a form: what was typed, or a photo. */
    static final class Part {

        private final String head;
        private final byte[] bytes;

        private Part(String head, byte[] bytes) {
            this.head = head;
            this.bytes = bytes;
        }

        static Part typed(String name, String text) {
            return new Part("name=\"" + name + "\"", text.getBytes(UTF_8));
        }

        static Part photo(String name, String fileName, byte[] bytes) {
            return new Part(
                    "name=\"%s\"; filename=\"%s\"\r\nContent-Type: image/jpeg".formatted(name, fileName), bytes);
        }
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(site + path))
                .header("Cookie", "huzhu=" + token)
                .header("Origin", site);
    }

    private HttpResponse<String> ask(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> page(String path) {
        return ask(to(path).build());
    }

    HttpResponse<String> send(String path, Map<String, List<String>> fields) {
        String form = fields.entrySet().stream()
                .flatMap(field ->
                        field.getValue().stream().map(value -> field.getKey() + "=" + URLEncoder.encode(value, UTF_8)))
                .collect(Collectors.joining("&"));
        return ask(to(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    HttpResponse<String> send(String path, List<Part> parts) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Part part : parts) {
            String head = "--" + EDGE + "\r\nContent-Disposition: form-data; " + part.head + "\r\n\r\n";
            body.writeBytes(head.getBytes(UTF_8));
            body.writeBytes(part.bytes);
            body.writeBytes("\r\n".getBytes(UTF_8));
        }
        body.writeBytes(("--" + EDGE + "--\r\n").getBytes(UTF_8));
        return ask(to(path).header("Content-Type", "multipart/form-data; boundary=" + EDGE)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }
}
