package org.huzhu.cluster;

import java.io.Serial;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huzhu.plan.Library;
import org.huzhu.plan.Plan;
import org.huzhu.text.Document;
import org.huzhu.text.LibraryReader;
import org.huzhu.text.PlanReader;
import org.huzhu.text.PlanUnreadable;
import org.jspecify.annotations.Nullable;

/** Plans as their texts, which every process of the cluster reads for itself, once; with a draft or without. */
final class ShippedPlans implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final TreeMap<String, String> texts;
    private final @Nullable Draft draft;
    private transient @Nullable Library read;

    /** A version of a plan that takes the place of the one with its name, or stands beside those that are there. */
    private record Draft(String file, String text) implements Serializable {}

    private ShippedPlans(TreeMap<String, String> texts, @Nullable Draft draft) {
        this.texts = texts;
        this.draft = draft;
    }

    /** The published plans: the text of each file by its path below the folder of plans. */
    static ShippedPlans of(Map<String, String> texts) {
        return new ShippedPlans(new TreeMap<>(texts), null);
    }

    /** The same plans with a draft; {@code file} is what it is called where something is wrong with it. */
    ShippedPlans with(String file, String text) {
        return new ShippedPlans(texts, new Draft(file, text));
    }

    /**
     * All plans.
     *
     * @throws ClusterRefused if they do not read
     */
    synchronized Library library() {
        if (read == null) {
            try {
                Library published = LibraryReader.read(texts).library();
                read = draft(published).map(published::with).orElse(published);
            } catch (PlanUnreadable e) {
                throw new ClusterRefused("计划读不出来，请先用 huzhu plans check 改正：\n" + e.getMessage(), e);
            }
        }
        return read;
    }

    /** The draft, if there is one. */
    Optional<Plan> draft(Library published) {
        return Optional.ofNullable(draft).map(it -> {
            if (PlanReader.knowing(published).read(it.file(), it.text()) instanceof Document.PlanFile file) {
                return file.plan();
            }
            throw new ClusterRefused(it.file() + " 不是计划文件。请给出一个版本的计划（第一行为“计划: …”）");
        });
    }
}
