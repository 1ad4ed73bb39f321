package org.huzhu.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A bucket of an object store, by the few calls that all of them understand: the bucket stands in the path. */
final class S3Shelf implements Shelf {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final byte[] NOTHING = {};
    private static final int HUNDRED = 100;
    private static final int NOT_FOUND = 404;

    private final S3Bucket bucket;
    private final Clock clock;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    S3Shelf(S3Bucket bucket, Clock clock) {
        this.bucket = bucket;
        this.clock = clock;
    }

    @Override
    public void put(String name, byte[] sealed) throws IOException {
        require(send("PUT", at(name), sealed));
    }

    @Override
    public Optional<byte[]> get(String name) throws IOException {
        HttpResponse<byte[]> answer = send("GET", at(name), NOTHING);
        // The bucket itself may be gone: that is another trouble than one thing that is.
        boolean isGone = answer.statusCode() == NOT_FOUND
                && new String(answer.body(), StandardCharsets.UTF_8).contains("NoSuchKey");
        return isGone ? Optional.empty() : Optional.of(require(answer).body());
    }

    @Override
    public void remove(String name) throws IOException {
        HttpResponse<byte[]> answer = send("DELETE", at(name), NOTHING);
        if (answer.statusCode() != NOT_FOUND) {
            require(answer);
        }
    }

    /** Stores hold whole things only: there is nothing to tidy. */
    @Override
    public void each(Instant before, Consumer<String> names) throws IOException {
        Optional<String> from = Optional.of("");
        while (from.isPresent()) {
            String more = from.get().isEmpty() ? "" : "continuation-token=" + encoded(from.get()) + "&";
            URI address = URI.create("%s/%s/?%slist-type=2&prefix=%s"
                    .formatted(bucket.endpoint(), bucket.bucket(), more, encoded(bucket.prefix())));
            byte[] page = require(send("GET", address, NOTHING)).body();
            try {
                from = page(page, before, names);
            } catch (XMLStreamException | DateTimeParseException e) {
                throw new IOException("The store lists what it holds in a way that is not S3", e);
            }
        }
    }

    private Optional<String> page(byte[] page, Instant before, Consumer<String> names) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(page));
        List<String> old = new ArrayList<>();
        Optional<String> next = Optional.empty();
        String key = "";
        while (reader.hasNext()) {
            if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (reader.getLocalName()) {
                case "Key" -> key = reader.getElementText();
                case "LastModified" -> {
                    if (Instant.parse(reader.getElementText()).isBefore(before) && key.startsWith(bucket.prefix())) {
                        old.add(key.substring(bucket.prefix().length()));
                    }
                }
                case "NextContinuationToken" -> next = Optional.of(reader.getElementText());
                default -> {
                    // Of no interest.
                }
            }
        }
        old.forEach(names);
        return next;
    }

    private URI at(String name) {
        return URI.create("%s/%s/%s%s".formatted(bucket.endpoint(), bucket.bucket(), bucket.prefix(), name));
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }

    private HttpResponse<byte[]> send(String method, URI address, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(ANSWER)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        S3Signature.headers(bucket, method, address, body, clock.instant()).forEach(request::header);
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the store was asked", e);
        }
    }

    private static <T> HttpResponse<T> require(HttpResponse<T> answer) throws IOException {
        if (answer.statusCode() / HUNDRED != 2) {
            throw new IOException("The store answered " + answer.statusCode());
        }
        return answer;
    }
}
