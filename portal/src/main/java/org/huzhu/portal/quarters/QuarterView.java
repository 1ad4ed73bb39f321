package org.huzhu.portal.quarters;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huzhu.portal.Texts;
import org.huzhu.quarters.FeedFile;
import org.huzhu.quarters.Quarter;
import org.huzhu.quarters.QuarterLine;
import org.huzhu.quarters.Run;
import org.huzhu.quarters.Trial;
import org.huzhu.quarters.Trial.Progress;
import org.huzhu.quarters.Warning;

/**
 * One quarter, as its page shows it.
 *
 * @param held what no bank takes, once all else is owed
 * @param overpaid what no later quarter makes good, once all else is owed
 * @param left parts of what was confirmed that are not owed yet
 * @param proof the name of the sentence that asks for a new proof; empty where none is wanted
 * @param forms in which a feed may be written beside our own: titles by names
 * @param draws the quarter by whose files it is settled; empty where it has its own
 * @param trouble what is wrong with what was asked; empty text where nothing is
 */
public record QuarterView(
        Run run,
        List<FeedFile> files,
        Optional<Trial> trial,
        Optional<Progress> progress,
        Optional<ComparisonView> comparison,
        List<Warning> warnings,
        HeldView held,
        OverpaidView overpaid,
        int left,
        boolean mayRun,
        boolean mayConfirm,
        Optional<String> proof,
        Map<String, String> forms,
        Optional<Quarter> draws,
        String trouble) {

    public String address() {
        return QuartersPage.ADDRESS + "/" + run.id();
    }

    public String title() {
        return title(run);
    }

    /** What the quarter of a run is called. */
    public static String title(Run run) {
        return title(run.quarter());
    }

    /** What a quarter of a plan is called. */
    public static String title(Quarter quarter) {
        if (quarter.isYearly()) {
            return Texts.say(
                    "quarters.year.name",
                    quarter.plan(),
                    String.valueOf(quarter.year()),
                    String.valueOf(quarter.time()));
        }
        return Texts.say(
                "quarters.name", quarter.plan(), String.valueOf(quarter.year()), String.valueOf(quarter.quarter()));
    }

    /** What a quarter of a plan is called for the member whom it gave something. */
    public static String own(Quarter quarter) {
        String year = String.valueOf(quarter.year());
        return quarter.isYearly()
                ? Texts.say("own.year.title", year, quarter.plan())
                : Texts.say("own.quarter.title", year, String.valueOf(quarter.quarter()), quarter.plan());
    }

    /** The name of the sentence that tells a member what becomes of what he was paid too much. */
    public static String carried(QuarterLine line) {
        if (!line.entitled().isPositive()) {
            return "own.quarter.carried.none";
        }
        return line.quarter().quarter() == Quarter.YEARLY - 1 ? "own.quarter.carried.last" : "own.quarter.carried.why";
    }

    /** Whether it is settled by what nobody brings. */
    public boolean isLaid() {
        return draws.isPresent() || run.quarter().isYearly();
    }

    /** What it is settled by, in a sentence. */
    public String settledBy() {
        return draws.map(quarter -> Texts.say("quarters.draws", title(quarter)))
                .orElseGet(() -> Texts.say("quarters.filed"));
    }

    /** Whether files are brought for it. */
    public boolean takesFiles() {
        return mayRun && isOpen() && !isLaid();
    }

    public boolean isOpen() {
        return !run.state().isSettled();
    }

    public boolean isTrying() {
        return trial.filter(each -> each.state() == Trial.State.ASKED).isPresent() && run.state() == Run.State.STAGED;
    }

    public boolean isOwing() {
        return run.state().isSettled() && left > 0;
    }

    public boolean isTried() {
        return run.state() == Run.State.TRIED;
    }

    public boolean isProposed() {
        return run.state() == Run.State.COMPARED;
    }

    public boolean isPaid() {
        return run.state() == Run.State.PAID;
    }

    public boolean canTry() {
        return mayRun
                && isOpen()
                && !isTrying()
                && (isLaid() || (has(FeedFile.Kind.FEED) && has(FeedFile.Kind.REGISTER)));
    }

    private boolean has(FeedFile.Kind kind) {
        return files.stream().anyMatch(file -> file.kind() == kind);
    }

    /** The kinds of files that are brought. */
    public static List<FeedFile.Kind> kinds() {
        return Stream.of(FeedFile.Kind.values())
                .filter(FeedFile.Kind::isBrought)
                .toList();
    }

    /** What stands out, in a sentence. */
    public static String words(Warning warning) {
        return Texts.say("QuarterWarning." + warning.kind(), warning.words().toArray());
    }
}
