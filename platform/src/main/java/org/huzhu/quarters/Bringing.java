package org.huzhu.quarters;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.huzhu.crypto.Digests;
import org.huzhu.database.Home;
import org.huzhu.quarters.FeedFile.Manifest;
import org.huzhu.quarters.QuarterRefused.Reason;
import org.huzhu.quarters.feed.FeedForms;
import org.huzhu.quarters.feed.FeedForms.FormRefused;
import org.springframework.stereotype.Component;

/** Has a feed in another form written anew before it is kept, in a folder that is emptied afterwards. */
@Component
class Bringing {

    private final FeedForms forms;
    private final Home home;

    Bringing(FeedForms forms, Home home) {
        this.forms = forms;
        this.home = home;
    }

    FeedFile anew(Run run, InputStream bytes, Manifest manifest, Function<InputStream, FeedFile> then) {
        String form = manifest.form().orElseThrow();
        QuarterRefused.require(forms.knows(form), Reason.COLUMNS);
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(home.working()), "bring-" + run.id());
            Path theirs = folder.resolve("theirs.csv");
            Path ours = folder.resolve("ours.csv");
            try {
                FirstLook look = FirstLook.ofOthers(bytes);
                Files.copy(look, theirs);
                look.requireAsSaid(Digests.hex(Digests.sha256(theirs)), manifest);
                forms.rewrite(form, theirs, ours);
                try (InputStream in = Files.newInputStream(ours)) {
                    return then.apply(in);
                }
            } finally {
                Files.deleteIfExists(theirs);
                Files.deleteIfExists(ours);
                Files.delete(folder);
            }
        } catch (FormRefused e) {
            throw new QuarterRefused(Reason.COLUMNS, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
