package org.huzhu.portal.plans;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huzhu.catalogue.Findings;
import org.huzhu.catalogue.Version;
import org.huzhu.catalogue.Version.Step;
import org.huzhu.portal.Texts;
import org.huzhu.text.PlanBook;
import org.huzhu.text.PlanDiff.Change;

/**
 * A file of plans, as its page in the console shows it.
 *
 * @param book empty where it cannot be read at all
 * @param findings empty where it is published, and so has none
 * @param names of those who had to do with it, by the ids of their accounts
 * @param others the other published versions of the plan, the newest first
 * @param changes what it changes of the first of these
 */
public record PlanFile(
        Version version,
        Optional<PlanBook> book,
        Optional<Findings> findings,
        Map<String, String> names,
        List<Printed> others,
        List<Change> changes,
        Rights rights) {

    public PlanFile {
        names = Map.copyOf(names);
        others = List.copyOf(others);
        changes = List.copyOf(changes);
    }

    /**
     * What whoever looks may do with it now.
     *
     * @param proof the name of the sentence that asks for a new proof; empty where none is wanted
     */
    public record Rights(
            boolean mayChange, boolean maySubmit, boolean mayReturn, boolean mayPublish, Optional<String> proof) {}

    /** Who did it, and on which day. */
    public String words(Step step) {
        String who = step.by().equals("system")
                ? Texts.say("desk.system")
                : names.getOrDefault(step.by(), Texts.say("desk.elsewhere"));
        return Texts.say(
                "desk.step",
                who,
                step.at().atZone(java.time.ZoneId.of("Asia/Shanghai")).toLocalDate());
    }
}
