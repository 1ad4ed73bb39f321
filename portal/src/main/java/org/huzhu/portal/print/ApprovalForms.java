package org.huzhu.portal.print;

import static org.huzhu.portal.Texts.say;
import static org.huzhu.portal.Texts.yuan;
import static org.huzhu.portal.print.Stationery.fact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huzhu.access.Caller;
import org.huzhu.claims.CaseFile;
import org.huzhu.claims.Claim;
import org.huzhu.claims.ClaimDesk;
import org.huzhu.claims.ClaimRefused;
import org.huzhu.claims.ClaimState;
import org.huzhu.claims.StepTaken;
import org.huzhu.claims.judged.Assessment;
import org.huzhu.members.MemberLine;
import org.huzhu.members.MemberRegister;
import org.huzhu.portal.NotWithinReach;
import org.huzhu.portal.Texts;
import org.huzhu.portal.print.Printout.Column;
import org.huzhu.portal.print.Printout.Fact;
import org.huzhu.portal.print.Printout.Grid;
import org.huzhu.portal.print.Printout.Row;
import org.springframework.stereotype.Component;

/** What a claim comes to and who let it pass, to be signed and stamped (审批表). */
@Component
class ApprovalForms {

    private final Stationery stationery;
    private final ClaimDesk desk;
    private final MemberRegister register;

    ApprovalForms(Stationery stationery, ClaimDesk desk, MemberRegister register) {
        this.stationery = stationery;
        this.desk = desk;
        this.register = register;
    }

    Printout approval(Caller caller, UUID id, String address) {
        CaseFile file = caseFile(caller, id);
        Claim claim = file.claim();
        boolean isApproved = claim.state() instanceof ClaimState.Approved;
        return new Printout(
                stationery.heading("approval.title", claim.path(), claim.number(), address),
                facts(register.detail(caller, claim.member()).line(), file),
                new Grid(
                        List.of(
                                Column.text(say("batch.plan"), 60),
                                Column.text(say("approval.clause"), 80),
                                Column.text(say("approval.working"), 170),
                                Column.amount(say("approval.entitled"), 66),
                                Column.amount(say("approval.before"), 60),
                                Column.amount(say("approval.now"), 66)),
                        file.assessment().lines().stream()
                                .map(ApprovalForms::row)
                                .toList()),
                List.of(
                        fact(
                                isApproved ? "approval.due" : "approval.would",
                                Stationery.yuan(file.assessment().due())),
                        Stationery.capitals(file.assessment().due())),
                notes(file),
                stationery.foot("approval.stamp", "approval.sign.first", "approval.sign.second", "approval.sign.last"));
    }

    private CaseFile caseFile(Caller caller, UUID id) {
        try {
            return desk.caseFile(caller, id);
        } catch (ClaimRefused e) {
            throw new NotWithinReach();
        }
    }

    private List<Fact> facts(MemberLine member, CaseFile file) {
        Claim claim = file.claim();
        return List.of(
                fact("members.name", member.name()),
                fact("print.paper", member.paper()),
                fact("batch.unit", stationery.name(claim.unit())),
                fact("claims.kind", say(claim.kind())),
                fact("print.filed", claim.filedAt().map(this::day).orElse("")),
                fact("claims.state", say("ClaimState." + claim.state().word())),
                paid(file));
    }

    private static Fact paid(CaseFile file) {
        return file.recipients().isEmpty()
                ? fact("claim.card", file.cardEnd().map(end -> "****" + end).orElseGet(() -> say("claim.card.none")))
                : fact(
                        "recipient.title",
                        file.recipients().stream()
                                .map(one -> say(
                                        "recipient.line",
                                        one.name(),
                                        say(one.tie()),
                                        one.share().words(),
                                        one.cardEnd()))
                                .collect(Collectors.joining("；")));
    }

    private String day(Instant moment) {
        return stationery.day(moment).toString();
    }

    private static Row row(Assessment.Line line) {
        return Row.of(
                line.plan() + " " + line.version(),
                line.clause() + " " + line.clauseTitle(),
                String.join("；", line.working()),
                yuan(line.entitled()),
                yuan(line.paidBefore()),
                yuan(line.due()));
    }

    private List<String> notes(CaseFile file) {
        Stream<String> denied = file.assessment().denials().stream()
                .map(denial -> say("approval.denied", denial.planTitle(), denial.clause(), denial.why()));
        Stream<String> steps = file.steps().stream().map(this::step);
        List<String> notes = new ArrayList<>(Stream.concat(denied, steps).toList());
        notes.add(say("approval.note"));
        return notes;
    }

    private String step(StepTaken step) {
        String what = step.step().map(Texts::say).map(who -> who + " ").orElse("") + say(step.what());
        return say("approval.step", day(step.at()), what);
    }
}
