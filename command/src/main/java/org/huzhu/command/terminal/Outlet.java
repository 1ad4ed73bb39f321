package org.huzhu.command.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Standard output or standard error, which remembers that it could not be written.
 *
 * <p>A {@code PrintStream} swallows that: an answer that a full disk cut off would look whole. A reader who has seen
 * enough ({@code huzhu … | head}) is no trouble.
 */
public final class Outlet extends FilterOutputStream {

    private static final String READER_IS_GONE = "Broken pipe";

    private @Nullable IOException trouble;

    /** Opens the stream of the process. */
    public static Outlet on(FileDescriptor descriptor) {
        return new Outlet(new FileOutputStream(descriptor));
    }

    Outlet(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            if (!READER_IS_GONE.equals(e.getMessage())) {
                trouble = e;
            }
            throw e;
        }
    }

    /** The last failure to write; empty when all was written, or nobody reads any more. */
    public Optional<IOException> trouble() {
        return Optional.ofNullable(trouble);
    }
}
