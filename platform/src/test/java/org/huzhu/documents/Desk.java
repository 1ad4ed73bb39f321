package org.huzhu.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.huzhu.database.Scope;
import org.huzhu.documents.DocumentRefused.Reason;

/** Who brings papers, and for what. */
final class Desk {

    private Desk() {}

    static Owner claim() {
        return new Owner("claim", UUID.randomUUID(), "o1.a1.u1", Optional.of(UUID.randomUUID()));
    }

    static <T> T at(String path, Callable<T> work) {
        return in(new Scope(UUID.randomUUID().toString(), List.of(path), Optional.empty()), work);
    }

    static <T> T as(UUID member, Callable<T> work) {
        return in(new Scope(member.toString(), List.of(), Optional.of(member)), work);
    }

    static <T> T in(Scope scope, Callable<T> work) {
        return scope.call(() -> {
            try {
                return work.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    static void refuses(Reason reason, Callable<?> work) {
        assertThatThrownBy(() -> at("o1", work))
                .isInstanceOfSatisfying(
                        DocumentRefused.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
