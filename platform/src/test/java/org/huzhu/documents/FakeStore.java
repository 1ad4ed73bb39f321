package org.huzhu.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/** An object store as far as we speak to one: it holds things in memory, and looks at the signature of each request. */
final class FakeStore implements AutoCloseable {

    private static final int PAGE = 2;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);

    private final HttpServer server;
    private final Map<String, byte[]> things = new ConcurrentSkipListMap<>();
    private final Instant laid;
    private volatile int trouble;
    private volatile boolean breaksOff;

    FakeStore(Instant laid) throws IOException {
        this.laid = laid;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    S3Bucket bucket(String secret) {
        URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new S3Bucket(endpoint, "papers", "cn-north-1", "huzhu/", "AKID", secret);
    }

    Map<String, byte[]> things() {
        return things;
    }

    /** Answers all requests with this from now on; with 0 as it should. */
    void trouble(int status) {
        trouble = status;
    }

    void breaksOff(boolean does) {
        breaksOff = does;
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        try (exchange) {
            if (trouble != 0) {
                say(exchange, trouble, "<Error><Code>NoSuchBucket</Code></Error>".getBytes(UTF_8));
            } else if (!isSigned(exchange, body)) {
                say(exchange, 403, new byte[0]);
            } else {
                serve(exchange, body);
            }
        }
    }

    private boolean isSigned(HttpExchange exchange, byte[] body) {
        var headers = exchange.getRequestHeaders();
        Instant at = LocalDateTime.parse(headers.getFirst("x-amz-date"), MOMENT).toInstant(ZoneOffset.UTC);
        URI asked = URI.create("http://" + headers.getFirst("host") + exchange.getRequestURI());
        return S3Signature.headers(bucket("secret"), exchange.getRequestMethod(), asked, body, at).entrySet().stream()
                .allMatch(each -> each.getValue().equals(headers.getFirst(each.getKey())));
    }

    private void serve(HttpExchange exchange, byte[] body) throws IOException {
        String name = exchange.getRequestURI().getPath().replaceFirst("^/papers/", "");
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                things.put(name, body);
                say(exchange, 200, new byte[0]);
            }
            case "DELETE" -> {
                things.remove(name);
                say(exchange, 204, new byte[0]);
            }
            default -> {
                byte[] thing = things.get(name);
                if (name.isEmpty()) {
                    say(exchange, 200, list(exchange.getRequestURI().getQuery()));
                } else if (thing == null) {
                    say(exchange, 404, "<Error><Code>NoSuchKey</Code></Error>".getBytes(UTF_8));
                } else {
                    say(exchange, 200, thing);
                }
            }
        }
    }

    private byte[] list(String query) {
        String after =
                query.contains("continuation-token=") ? query.replaceFirst(".*continuation-token=([^&]*).*", "$1") : "";
        List<String> names = things.keySet().stream()
                .filter(name -> name.compareTo(after) > 0)
                .toList();
        List<String> page = names.stream().limit(PAGE).toList();
        String more = names.size() > PAGE
                ? "<NextContinuationToken>%s</NextContinuationToken>".formatted(page.getLast())
                : "";
        return page.stream()
                .map(name -> "<Contents><Key>%s</Key><LastModified>%s</LastModified></Contents>".formatted(name, laid))
                .collect(Collectors.joining("", "<ListBucketResult>" + more, "</ListBucketResult>"))
                .getBytes(UTF_8);
    }

    private void say(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        int sent = breaksOff ? body.length / 2 : body.length;
        exchange.getResponseBody().write(body, 0, sent);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
