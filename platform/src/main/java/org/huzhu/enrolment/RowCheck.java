package org.huzhu.enrolment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.enrolment.Entry.Offered;
import org.huzhu.enrolment.Entry.Verdict;
import org.huzhu.enrolment.Entry.Verdict.Proposed;
import org.huzhu.enrolment.Look.Kind;
import org.huzhu.enrolment.Look.Trouble;
import org.huzhu.enrolment.PlanCheck.Held;
import org.huzhu.members.Intake.Known;
import org.huzhu.members.Intake.Sighting;
import org.huzhu.members.Paper;
import org.huzhu.plan.Enrolment.Category;
import org.huzhu.roster.Column;
import org.huzhu.roster.RosterLine;
import org.huzhu.roster.TroubleKind;

/** Judges the rows of one batch, each against the register, the cover that he has, and the plans. */
final class RowCheck {

    private final List<PlanCheck> plans;
    private final Candidate.Usual usual;

    /** Persons of this batch who were accepted before, and the row that they stand in. */
    private final Map<UUID, String> seen = new HashMap<>();

    RowCheck(List<PlanCheck> plans, Candidate.Usual usual) {
        this.plans = List.copyOf(plans);
        this.usual = usual;
    }

    /** Remembers somebody whom an earlier file of the batch has. */
    void remember(UUID person, int part, int row) {
        seen.put(person, "第 %d 份名册第 %d 行".formatted(part, row));
    }

    /** The paper of a row that can be read; empty where something is wrong with it. */
    static Optional<Paper> paper(RosterLine line) {
        if (line.isWrong()) {
            return Optional.empty();
        }
        Paper.Kind kind = line.value(Column.PAPER_KIND).map(Paper.Kind::valueOf).orElse(Paper.Kind.RESIDENT);
        return line.value(Column.PAPER).map(number -> Paper.parse(kind, number));
    }

    /** A row that the reader has found wrong, or somebody's second. */
    static Entry wrong(RosterLine line) {
        boolean isRepeated = line.troubles().stream().allMatch(each -> each.kind() == TroubleKind.REPEATED);
        List<Trouble> troubles = line.troubles().stream()
                .map(each -> new Trouble(each.column().title(), each.wrong(), each.remedy()))
                .toList();
        return refused(line, Optional.empty(), isRepeated ? Kind.DUPLICATE : Kind.WRONG, troubles);
    }

    /** Somebody of the register who is not enrolled again. */
    static Entry gone(Candidate who, Trouble why) {
        return entry(who, Kind.LEFT, Map.of(), List.of(why));
    }

    /** The row as it goes back to the handler, with these troubles in place of its own. */
    static RosterLine withTroubles(RosterLine line, List<Trouble> troubles) {
        List<org.huzhu.roster.Trouble> written = troubles.stream()
                .map(each -> new org.huzhu.roster.Trouble(
                        Column.called(each.column()).orElse(Column.NOTE),
                        TroubleKind.REFUSED,
                        "",
                        each.wrong(),
                        each.remedy()))
                .toList();
        return new RosterLine(line.row(), line.values(), line.cells(), written);
    }

    private static Entry refused(RosterLine line, Optional<Sighting> who, Kind kind, List<Trouble> troubles) {
        return new Entry(
                line.row(),
                line.value(Column.NAME).orElse(""),
                who.map(Sighting::person),
                who.flatMap(Sighting::member).map(Known::id),
                Optional.empty(),
                kind,
                troubles,
                new Offered(Category.IN_SERVICE, Candidate.occupation(line)),
                Map.of());
    }

    /**
     * Judges a row of which the paper is known.
     *
     * @param holds the cover that the person has or had
     */
    Entry judge(Candidate.Seen row, List<Held> holds) {
        RosterLine line = row.line();
        if (Candidate.leaves(line)) {
            return refused(line, Optional.of(row.who()), Kind.LEFT, List.of(new Trouble("增减", "名册里写明不再参保", "不用管")));
        }
        List<Trouble> troubles = Candidate.troubles(row, usual.today());
        return troubles.isEmpty()
                ? judge(Candidate.of(row, usual), holds)
                : refused(line, Optional.empty(), Kind.WRONG, troubles);
    }

    /** Judges somebody, against those who were accepted before him and all plans of the batch. */
    Entry judge(Candidate who, List<Held> holds) {
        String before = seen.get(who.person());
        if (before != null) {
            return entry(
                    who, Kind.DUPLICATE, Map.of(), List.of(new Trouble("证件号码", "与" + before + "是同一个人", "请去掉重复的一行")));
        }
        Map<PlanCheck, Proposed> proposed = new LinkedHashMap<>();
        List<Trouble> covered = new ArrayList<>();
        List<Trouble> wrong = new ArrayList<>();
        for (PlanCheck plan : plansOf(who, wrong)) {
            switch (plan.judge(who, holds)) {
                case Proposed he -> proposed.put(plan, he);
                case Verdict.Wrong refused -> wrong.add(refused.trouble());
                case Verdict.Covered twice -> covered.add(covered(plan, twice.by()));
                case Verdict.NotForHim other when plans.size() == 1 -> wrong.add(other.alone());
                case Verdict.NotForHim _ -> {}
            }
        }
        if (!wrong.isEmpty()) {
            return entry(who, Kind.WRONG, Map.of(), wrong);
        }
        if (proposed.isEmpty()) {
            return covered.isEmpty()
                    ? entry(who, Kind.WRONG, Map.of(), List.of(new Trouble("计划", "这一批里没有他能参加的计划", "请从名册里去掉")))
                    : entry(who, Kind.DUPLICATE, Map.of(), covered);
        }
        seen.put(who.person(), "第 %d 行".formatted(who.row()));
        return entry(who, kind(proposed), proposed, covered);
    }

    private static Entry entry(Candidate who, Kind kind, Map<PlanCheck, Proposed> proposed, List<Trouble> troubles) {
        return new Entry(
                who.row(),
                who.name(),
                Optional.of(who.person()),
                Optional.of(who.member())
                        .filter(_ -> !proposed.isEmpty() || who.newcomer().isEmpty()),
                who.newcomer().filter(_ -> !proposed.isEmpty()),
                kind,
                troubles,
                who.offered(),
                proposed);
    }

    /** The plans of the batch, or those of them that he names. */
    private List<PlanCheck> plansOf(Candidate who, List<Trouble> wrong) {
        Optional<String> named = who.plans();
        if (named.isEmpty() || plans.size() == 1) {
            return plans;
        }
        List<PlanCheck> chosen =
                plans.stream().filter(plan -> named.get().contains(plan.name())).toList();
        if (chosen.isEmpty()) {
            wrong.add(new Trouble("计划", "这一批里没有写的这个计划", "请写这一批里的计划，或者空着，表示全部参加"));
        }
        return chosen;
    }

    private static Trouble covered(PlanCheck plan, Held by) {
        String where = by.here() ? "本单位已为他参加" : "已由另一单位参加";
        String until = by.span().until().minusDays(1).toString();
        return by.here()
                ? new Trouble("计划", where + plan.name() + "，保障期到 " + until, "不用再报；到期续保时再报")
                : new Trouble("计划", where + plan.name() + "，保障期到 " + until + "，以先参保的为准", "请问本人是否在别的单位参加过；到期后再报");
    }

    private static Kind kind(Map<PlanCheck, Proposed> proposed) {
        List<Kind> kinds = proposed.values().stream().map(Proposed::kind).toList();
        if (kinds.contains(Kind.CHANGED)) {
            return Kind.CHANGED;
        }
        return kinds.contains(Kind.RENEWED) ? Kind.RENEWED : Kind.NEW;
    }
}
