package org.huzhu.demonstration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huzhu.access.Role;
import org.huzhu.demonstration.Founders.Founded;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;

/**
 * Who holds which post: each agency, point and unit has its own people, the office one for each of its roles, and two
 * for plans and for claims, since nobody publishes what he submitted, and a large sum is approved by two.
 */
final class Posts {

    private static final List<Role> OF_OFFICE = List.of(
            Role.OFFICE_REVIEWER,
            Role.FINANCE_MAKER,
            Role.FINANCE_CHECKER,
            Role.PLAN_OFFICER,
            Role.RELIEF_OFFICER,
            Role.AUDITOR,
            Role.SYSTEM_ADMINISTRATOR,
            Role.SECURITY_ADMINISTRATOR,
            Role.AUDIT_ADMINISTRATOR,
            Role.INTEGRATOR);

    private static final List<Role> OF_TWO = List.of(Role.PLAN_OFFICER, Role.OFFICE_REVIEWER);

    private static final List<Role> OF_AGENCY = List.of(Role.AGENCY_HANDLER, Role.AGENCY_REVIEWER);

    private final Crowd crowd;
    private final List<Post> posts = new ArrayList<>();
    private int officials;

    private Posts(Crowd crowd, int after) {
        this.crowd = crowd;
        this.officials = after;
    }

    /** All posts; the first of each role are those to sign in with. */
    static List<Post> of(List<Founded> founded, Crowd crowd) {
        Posts posts = new Posts(crowd, founded.size());
        founded.forEach(one -> posts.fill(one.organisation()));
        posts.alsoAtFirstUnitBelow(founded);
        OF_TWO.forEach(role -> posts.add(role, founded.getFirst().organisation()));
        return posts.posts;
    }

    private void fill(Organisation organisation) {
        List<Role> roles = switch (organisation.tier()) {
            case OFFICE -> OF_OFFICE;
            case AGENCY -> OF_AGENCY;
            case POINT -> List.of(Role.POINT_HANDLER);
            case UNIT -> List.of(Role.UNIT_HANDLER);
            case STREET -> List.of();
        };
        roles.forEach(role -> add(role, organisation));
    }

    private void add(Role role, Organisation organisation) {
        int number = officials++;
        posts.add(new Post(login(role), crowd.official(number), Crowd.officialPhone(number), role, organisation));
    }

    /** The handler of a unit with others below it serves the first of these too: one person, two posts. */
    private void alsoAtFirstUnitBelow(List<Founded> founded) {
        for (int i = 1; i < founded.size(); i++) {
            Organisation above = founded.get(i - 1).organisation();
            Organisation unit = founded.get(i).organisation();
            if (above.tier() == Tier.UNIT && unit.parent().equals(Optional.of(above.id()))) {
                Post post = at(above);
                posts.add(new Post(post.login(), post.name(), post.phone(), post.role(), unit));
                return;
            }
        }
    }

    private Post at(Organisation organisation) {
        return posts.stream()
                .filter(post -> post.organisation().equals(organisation))
                .findFirst()
                .orElseThrow();
    }

    private String login(Role role) {
        long before = posts.stream().filter(post -> post.role() == role).count();
        return word(role) + (before == 0 ? "" : before + 1);
    }

    private static String word(Role role) {
        return switch (role) {
            case MEMBER -> "member";
            case MEMBER_PROXY -> "proxy";
            case UNIT_HANDLER -> "unit";
            case POINT_HANDLER -> "point";
            case AGENCY_HANDLER -> "agency";
            case AGENCY_REVIEWER -> "reviewer";
            case OFFICE_REVIEWER -> "office";
            case FINANCE_MAKER -> "maker";
            case FINANCE_CHECKER -> "checker";
            case PLAN_OFFICER -> "plan";
            case RELIEF_OFFICER -> "relief";
            case AUDITOR -> "auditor";
            case SYSTEM_ADMINISTRATOR -> "system";
            case SECURITY_ADMINISTRATOR -> "security";
            case AUDIT_ADMINISTRATOR -> "audit";
            case INTEGRATOR -> "integrator";
        };
    }
}
