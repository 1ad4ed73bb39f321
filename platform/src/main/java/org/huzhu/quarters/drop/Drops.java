package org.huzhu.quarters.drop;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.huzhu.crypto.Digests;
import org.huzhu.database.Scope;
import org.huzhu.quarters.QuarterTools;
import org.huzhu.quarters.drop.DropFolder.Hold;
import org.huzhu.quarters.drop.DropManifest.Named;
import org.huzhu.quarters.drop.Looks.Content;
import org.huzhu.quarters.drop.Looks.Look;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;
import org.huzhu.unions.UnionTree;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks into the folder for deliveries, and has those that are whole taken in. */
@Component
public class Drops {

    /** So long a file has to stay as it is before it is read: it may be on its way. */
    static final Duration QUIET = Duration.ofSeconds(10);

    /** So long a file that is not as the manifest says may still become so. */
    static final Duration WRONG = Duration.ofMinutes(10);

    /** So long a file may be late. */
    static final Duration LATE = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(Drops.class);
    private static final String AGAIN = "请核对后重新投递清单和全部数据文件。";

    /** So many organisations are looked at to find the one that is meant. */
    private static final int ALIKE = 20;

    private final DropFolder folder;
    private final TakingIn takingIn;
    private final UnionTree tree;
    private final QuarterTools tools;
    private final Looks looks = new Looks();
    private final AtomicBoolean isBusy = new AtomicBoolean();

    /** Only whoever is busy looks at it. */
    private Instant silentUntil = Instant.MIN;

    Drops(DropFolder folder, TakingIn takingIn, UnionTree tree, QuarterTools tools) {
        this.folder = folder;
        this.takingIn = takingIn;
        this.tree = tree;
        this.tools = tools;
    }

    /** Does all that can be done now; who comes meanwhile turns back, as does whoever finds another process at it. */
    public void go() {
        if (isBusy.compareAndSet(false, true)) {
            try (Hold hold = folder.hold().orElse(null)) {
                if (hold != null) {
                    Scope.ofSystem().run(this::all);
                }
            } catch (IOException e) {
                tell("The folder for deliveries cannot be looked into", e);
            } finally {
                isBusy.set(false);
            }
        }
    }

    private void all() {
        try {
            folder.finishAll();
            looks.forgetGone();
            Instant now = tools.clock().instant();
            // Of what a manifest will name it is known then since when it is as it is.
            for (Path each : folder.all()) {
                Optional<Look> _ = looks.glance(each, now);
            }
            for (Path manifest : folder.manifests()) {
                tried(manifest, now);
            }
        } catch (IOException e) {
            tell("The folder for deliveries cannot be looked into", e);
        }
    }

    /** Once each few minutes: what does not pass by itself would fill the log. */
    private void tell(String what, Exception e) {
        Instant now = tools.clock().instant();
        if (!now.isBefore(silentUntil)) {
            silentUntil = now.plus(WRONG);
            LOG.error(what, e);
        }
    }

    /** What fails for a reason that passes is done again with the next round, and keeps no other from being done. */
    private void tried(Path manifest, Instant now) {
        try {
            one(manifest, now);
        } catch (IOException | RuntimeException e) {
            tell("A delivery was not taken in, and is tried again", e);
        }
    }

    private void one(Path manifest, Instant now) throws IOException {
        Optional<Look> look = looks.glance(manifest, now);
        if (look.isEmpty() || !look.get().isQuiet(now, QUIET)) {
            return;
        }
        byte[] bytes = DropFolder.bytes(manifest);
        String digest = Digests.hex(Digests.sha256(bytes));
        Optional<DropManifest> said = Optional.empty();
        try {
            DropRefused.require(
                    bytes.length <= DropFolder.MANIFEST_BYTES_MAX, "清单超过 64 KB。", "一份清单只写一个季度的文件。请改小后重新投递。");
            said = Optional.of(DropManifest.read(bytes));
            Delivery delivery = new Delivery(manifest, digest, said.get(), office(said.get()));
            if (isWhole(delivery, look.get().since(), now)) {
                // As they are now: what comes in their place while they are taken in is another's.
                List<String> marks = folder.marks(delivery.names());
                String result = takingIn.take(delivery, folder);
                end(manifest, true, marks, result);
            }
        } catch (DropRefused refused) {
            takingIn.refused(digest, refused);
            List<String> names = said.map(
                            read -> read.files().stream().map(Named::name).toList())
                    .orElse(List.of());
            end(manifest, false, folder.marks(names), "没有收下：%s%n怎么办：%s%n".formatted(refused.what(), refused.remedy()));
        }
    }

    private void end(Path manifest, boolean isTaken, List<String> marks, String result) throws IOException {
        LocalDateTime at =
                LocalDateTime.ofInstant(tools.clock().instant(), tools.clock().getZone());
        folder.end(manifest, isTaken, at, marks, "%tF %<tR%n%s".formatted(at, result));
    }

    private Organisation office(DropManifest said) {
        List<Organisation> meant = tools.whole(() -> tree.meant(said.office(), ALIKE)).stream()
                .filter(each -> each.tier() == Tier.OFFICE)
                .toList();
        if (meant.size() != 1) {
            throw new DropRefused(
                    "名称或代码是“%s”的办事处有 %d 个，要正好一个。".formatted(said.office(), meant.size()),
                    "请在清单的 office 写办事处的完整名称，重新投递。");
        }
        return meant.getFirst();
    }

    /** Whether all is there as it says; not as long as something may be on its way. */
    private boolean isWhole(Delivery delivery, Instant since, Instant now) throws IOException {
        boolean isWhole = true;
        for (Named named : delivery.said().files()) {
            isWhole &= isWhole(named, since, now);
        }
        return isWhole;
    }

    private boolean isWhole(Named named, Instant since, Instant now) throws IOException {
        Path file = folder.named(named.name());
        Optional<Look> look = looks.glance(file, now);
        if (look.isEmpty()) {
            DropRefused.require(now.isBefore(since.plus(LATE)), "等了一天，文件 %s 没有到。".formatted(named.name()), AGAIN);
            return false;
        }
        if (!look.get().isQuiet(now, QUIET)) {
            return false;
        }
        boolean isLate = look.get().isQuiet(now, WRONG);
        Content content;
        try {
            content = looks.content(file, look.get());
        } catch (AccessDeniedException e) {
            DropRefused.require(!isLate, "文件 %s 没有权限读。".formatted(named.name()), "请让互助系统的系统用户能读它，再重新投递。");
            return false;
        }
        if (content.sha256().equals(named.sha256()) && content.rows() == named.rows()) {
            return true;
        }
        DropRefused.require(!isLate, wrong(named, content), AGAIN);
        return false;
    }

    private static String wrong(Named named, Content content) {
        return content.sha256().equals(named.sha256())
                ? "文件 %s 不含表头有 %d 行，清单说 %d 行。".formatted(named.name(), content.rows(), named.rows())
                : "文件 %s 的 SHA-256 是 %s，清单说 %s。".formatted(named.name(), content.sha256(), named.sha256());
    }
}
