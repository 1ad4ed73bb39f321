package org.huzhu.operations;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/** Asks the society for its first pages and stops it, so that the JVM can keep what a start needs. */
final class Rehearsal {

    private static final List<String> PAGES = List.of("/", "/huzhu.css", "/m/login", "/w/login", "/actuator/health");
    private static final int ROUNDS = 20;

    private Rehearsal() {}

    /** The exit code: 0. */
    static int of(int port, ConfigurableApplicationContext society) {
        try (society;
                HttpClient client = HttpClient.newHttpClient()) {
            for (int round = 0; round < ROUNDS; round++) {
                for (String page : PAGES) {
                    URI address = URI.create("http://127.0.0.1:" + port + page);
                    client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("The rehearsal got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }
}
