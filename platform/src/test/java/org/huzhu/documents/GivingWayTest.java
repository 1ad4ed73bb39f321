package org.huzhu.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class GivingWayTest {

    /** The 41st word about a thread is its class; 5 is the one that runs when nobody else wants to. */
    private static final String IDLE = "5";

    private static final int CLASS_AFTER_NAME = 38;

    @Test
    @EnabledOnOs(OS.LINUX)
    void long_work_and_what_it_begins_run_when_nobody_else_wants_to() {
        List<String> classes = new ArrayList<>();
        GivingWay.run(() -> {
            classes.add(ofThisThread());
            try (ExecutorService hands = Executors.newSingleThreadExecutor()) {
                hands.execute(() -> classes.add(ofThisThread()));
            }
        });
        assertThat(classes).containsExactly(IDLE, IDLE);
        assertThat(ofThisThread()).isNotEqualTo(IDLE);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void threads_that_are_asked_for_give_way() {
        List<String> classes = new ArrayList<>();
        try (ExecutorService hands = Executors.newSingleThreadExecutor(GivingWay.threads())) {
            hands.execute(() -> classes.add(ofThisThread()));
        }
        assertThat(classes).containsExactly(IDLE);
    }

    @Test
    void what_goes_wrong_is_told_to_whoever_waits() {
        assertThatThrownBy(() -> GivingWay.run(() -> {
                    throw new IllegalStateException("wrong");
                }))
                .hasMessage("wrong");
    }

    private static String ofThisThread() {
        try {
            String said = Files.readString(Path.of("/proc/thread-self/stat"));
            return said.substring(said.lastIndexOf(')') + 2).split(" ", -1)[CLASS_AFTER_NAME];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
