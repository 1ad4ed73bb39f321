package org.huzhu.portal.gaps;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.huzhu.enrolment.gaps.Gaps.Only;
import org.huzhu.enrolment.gaps.Gaps.Question;
import org.huzhu.enrolment.gaps.Gaps.Totals;
import org.huzhu.unions.Organisation;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The list as its page shows it.
 *
 * @param at the organisation that was asked for; empty for all that the caller reaches
 * @param places that it can be narrowed to
 * @param plans that are offered there
 * @param mayFile whether whoever looks may enrol a unit from here
 */
public record GapsView(
        Question question,
        Optional<UUID> at,
        List<Organisation> places,
        List<String> plans,
        Totals totals,
        List<GapLine> lines,
        boolean hasMore,
        boolean mayFile) {

    public GapsView {
        places = List.copyOf(places);
        plans = List.copyOf(plans);
        lines = List.copyOf(lines);
    }

    public String share() {
        return GapLine.percent(totals.share());
    }

    /** The width of the bar of all, of a hundred. */
    public String bar() {
        return String.valueOf(totals.share() / 100);
    }

    public boolean isOnly(Only only) {
        return question.only().equals(Optional.of(only));
    }

    /** The same list narrowed to this; all of it where it is narrowed to this already. */
    public String narrowed(Only only) {
        return address(GapsPage.ADDRESS, isOnly(only) ? "" : only.name(), 0);
    }

    public String whole() {
        return address(GapsPage.ADDRESS, "", 0);
    }

    public String next() {
        return address(GapsPage.ADDRESS, only(), question.passed() + lines.size());
    }

    public String list() {
        return address(GapsPage.LIST, only(), 0);
    }

    public String only() {
        return question.only().map(Enum::name).orElse("");
    }

    private String address(String page, String only, int passed) {
        TreeMap<String, String> asked = new TreeMap<>();
        asked.put("at", at.map(UUID::toString).orElse(""));
        asked.put("plan", question.plan().orElse(""));
        asked.put("q", question.words());
        asked.put("only", only);
        asked.put("after", passed == 0 ? "" : String.valueOf(passed));
        asked.values().removeIf(String::isEmpty);
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(page);
        asked.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(asked).toUriString();
    }
}
