package org.huzhu.staff;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;

/** Who is signed in. Nothing is kept in memory: what is ended is ended for the next request. */
public interface Sessions {

    /** A session that is not used for so long ends. */
    Duration IDLE_MAX = Duration.ofMinutes(30);

    /** No session lasts longer. */
    Duration LIFE_MAX = Duration.ofHours(12);

    /** For so long after a proof grave operations need no further one. */
    Duration STEP_UP_MAX = Duration.ofMinutes(5);

    /** The live session of the token. */
    Optional<Session> find(String token);

    /**
     * Who asks in this session: the holder in the post that he chose, as long as he holds it; the member himself, or
     * the one for whom he chose to act, as long as that one lets him. Whose grant is over is nobody until he says anew
     * for whom he asks. Nobody acts in a guarded role without a second factor.
     */
    Optional<Caller> caller(Session session);

    /** The posts that the holder can choose from, the oldest first. */
    List<Post> posts(Session session);

    /** What the organisations of these posts are called, by their ids; he may choose before he acts anywhere. */
    Map<UUID, String> places(Session session);

    /**
     * Lets the holder act in another of his posts.
     *
     * @throws StaffRefused if he does not hold it
     */
    void actIn(Session session, UUID post);

    /**
     * Lets the holder of a phone act by the grant of a member from now on; empty where he acts for himself again.
     * Whether the grant lets him is asked anew with each request.
     */
    void actFor(Session session, Optional<UUID> grant);

    /** What the door must know of those who let others act for them; the room of members answers. */
    interface Grants {

        /**
         * The member for whom the grant lets somebody act on the day; empty where it does not, not yet or no longer.
         */
        Optional<UUID> member(UUID grant, LocalDate day);

        /**
         * Has the grant stand until the transaction at hand ends: whoever ends it waits for it.
         *
         * @return not, where it does not let anybody act on the day, not yet or no longer
         */
        boolean holds(UUID grant, LocalDate day);
    }

    /** The live sessions of the account or member, the last used first. */
    List<Session> of(UUID holder);

    /** Ends one of the holder's sessions; nothing where it is not his, or has ended. */
    void end(UUID holder, UUID session);

    /** Ends all sessions of the holder. */
    void endAll(UUID holder);
}
