package org.huzhu.portal.claims;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.claims.Claim;
import org.huzhu.claims.ClaimDesk;
import org.huzhu.claims.ClaimState;
import org.huzhu.claims.ReviewDesk;
import org.springframework.stereotype.Component;

/** Finds claims for whoever may see them: by a number, or of a member. */
@Component
public class ClaimFinder {

    private static final Pattern WHOLE = Pattern.compile("HZ\\d{4}-\\d{8}");
    private static final Pattern LAST = Pattern.compile("\\d{1,8}");

    /** Nobody looks for an older one by its last digits. */
    private static final int YEARS = 10;

    private final ReviewDesk review;
    private final ClaimDesk desk;
    private final Access access;
    private final ClaimNames names;
    private final Clock clock;

    ClaimFinder(ReviewDesk review, ClaimDesk desk, Access access, ClaimNames names, Clock clock) {
        this.review = review;
        this.desk = desk;
        this.access = access;
        this.names = names;
        this.clock = clock;
    }

    private boolean seesClaims(Caller caller) {
        return access.allows(caller, Operation.CLAIM_VIEW, caller.path().orElse(""));
    }

    /** The claim with the number, or with these last digits of it, whatever its year: they are counted through. */
    public Optional<UUID> numbered(Caller caller, String words) {
        String number = words.strip().toUpperCase(Locale.ROOT);
        if (!seesClaims(caller)) {
            return Optional.empty();
        }
        if (WHOLE.matcher(number).matches()) {
            return review.numbered(caller, number).map(Claim::id);
        }
        if (!LAST.matcher(number).matches()) {
            return Optional.empty();
        }
        int year = LocalDate.now(clock).getYear();
        int last = Integer.parseInt(number);
        return IntStream.range(0, YEARS)
                .mapToObj(ago -> review.numbered(caller, "HZ%d-%08d".formatted(year - ago, last)))
                .flatMap(Optional::stream)
                .findFirst()
                .map(Claim::id);
    }

    /** What was handed in for the member, the newest first; nothing for who may not see claims. */
    public List<ClaimLine> of(Caller caller, UUID member) {
        return of(caller, List.of(member));
    }

    /** The same of some members, one after the other. */
    public List<ClaimLine> of(Caller caller, List<UUID> members) {
        return seesClaims(caller)
                ? lines(members.stream()
                        .flatMap(member -> desk.of(caller, member).stream())
                        .filter(claim -> !(claim.state() instanceof ClaimState.Draft))
                        .toList())
                : List.of();
    }

    List<ClaimLine> lines(List<Claim> claims) {
        Map<UUID, String> members =
                names.members(claims.stream().map(Claim::member).toList());
        Map<UUID, String> units = names.units(claims.stream().map(Claim::unit).toList());
        return claims.stream()
                .map(claim -> ClaimLine.of(
                        claim,
                        members.getOrDefault(claim.member(), claim.number()),
                        units.getOrDefault(claim.unit(), ""),
                        clock))
                .toList();
    }
}
