package org.huzhu.cluster;

import java.io.Serial;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.huzhu.plan.Library;
import org.huzhu.plan.Plan;
import org.huzhu.text.Document;
import org.huzhu.text.LibraryReader;
import org.huzhu.text.PlanReader;
import org.huzhu.text.PlanUnreadable;
import org.jspecify.annotations.Nullable;

/** Plans as their texts, which every process of the cluster reads for itself, once. */
final class ShippedPlans implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private static final String REMEDY = "计划读不出来，请先用 huzhu plans check 改正：\n";

    private final TreeMap<String, String> texts;
    private transient @Nullable Library read;

    /** {@code texts} has the text of each file by its path below the folder of plans. */
    ShippedPlans(Map<String, String> texts) {
        this.texts = new TreeMap<>(texts);
    }

    /** A version of a plan in a file of its own, which may be a draft. */
    record Version(String file, String text) implements Serializable {

        /** The version, which may name what is in the library. */
        Plan read(Library library) {
            try {
                if (PlanReader.knowing(library).read(file, text) instanceof Document.PlanFile version) {
                    return version.plan();
                }
            } catch (PlanUnreadable e) {
                throw new ClusterRefused(REMEDY + e.getMessage(), e);
            }
            throw new ClusterRefused(file + " 不是计划文件。请给出一个版本的计划（以“计划: …”开头）");
        }
    }

    /**
     * All plans.
     *
     * @throws ClusterRefused if they do not read
     */
    synchronized Library library() {
        if (read == null) {
            try {
                read = LibraryReader.read(texts).library();
            } catch (PlanUnreadable e) {
                throw new ClusterRefused(REMEDY + e.getMessage(), e);
            }
        }
        return read;
    }
}
