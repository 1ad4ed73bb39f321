package org.huzhu.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.catalogue.PlanRefused.Reason;

/** Officers who draft plans and open them, for the tests of the room. */
final class Officers {

    static final Path PLANS = Path.of("..", "plans");

    private Officers() {}

    static Caller officer(String path) {
        return new Caller(UUID.randomUUID(), Role.PLAN_OFFICER, Optional.of(path), Optional.empty());
    }

    static Map<String, String> files() {
        Map<String, String> files = new HashMap<>();
        try (Stream<Path> all = Files.walk(PLANS)) {
            for (Path file :
                    all.filter(each -> each.toString().endsWith(".yaml")).toList()) {
                files.put(PLANS.relativize(file).toString().replace('\\', '/'), Files.readString(file, UTF_8));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return files;
    }

    static <T> T as(Caller caller, Callable<T> work) {
        return caller.scope().call(() -> {
            try {
                return work.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    static void doAs(Caller caller, Runnable work) {
        caller.scope().run(work);
    }

    static void assertRefused(ThrowingCallable work, Reason reason) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        PlanRefused.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
