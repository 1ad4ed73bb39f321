package org.huzhu.operations;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A line to a PostgreSQL that breaks when it is told to: between the moment when a transaction is committed and the
 * moment when whoever asked for it hears so. It can keep all replies back too, as a database does that is too slow.
 */
final class LostReplies implements AutoCloseable {

    /** How PostgreSQL says that a transaction is committed. */
    private static final byte[] COMMITTED = {'C', 0, 0, 0, 11, 'C', 'O', 'M', 'M', 'I', 'T', 0};

    private final ServerSocket door;
    private final int port;
    private final AtomicBoolean isToBreak = new AtomicBoolean();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicReference<CountDownLatch> way = new AtomicReference<>(new CountDownLatch(0));
    private final AtomicInteger held = new AtomicInteger();
    private final AtomicInteger mostHeld = new AtomicInteger();

    LostReplies(int port) throws IOException {
        this.port = port;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::welcome);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Loses the next reply that a transaction is committed, and breaks the line. */
    void loseNext() {
        isToBreak.set(true);
    }

    /** Loses none any more; whether one was lost. */
    boolean hasLost() {
        return !isToBreak.getAndSet(false);
    }

    /** Keeps all replies back from now on. */
    void hold() {
        mostHeld.set(0);
        way.set(new CountDownLatch(1));
    }

    /** Lets through what was kept back, and all that comes. */
    void let() {
        way.get().countDown();
    }

    /** How many connections waited at the same time for a reply since replies are kept back. */
    int mostHeld() {
        return mostHeld.get();
    }

    /** Breaks all connections that there are. */
    void cut() throws IOException {
        for (Socket each : open) {
            each.close();
        }
    }

    private void pass() throws IOException {
        CountDownLatch gate = way.get();
        if (gate.getCount() == 0) {
            return;
        }
        mostHeld.accumulateAndGet(held.incrementAndGet(), Math::max);
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        } finally {
            held.decrementAndGet();
        }
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), port);
                open.add(near);
                Thread.ofVirtual().start(() -> carry(near, far, false));
                Thread.ofVirtual().start(() -> carry(far, near, true));
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void carry(Socket from, Socket to, boolean isReply) {
        byte[] some = new byte[1 << 16];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int count = in.read(some); count >= 0; count = in.read(some)) {
                if (isReply && isCommitted(some, count) && isToBreak.compareAndSet(true, false)) {
                    return;
                }
                if (isReply) {
                    pass();
                }
                out.write(some, 0, count);
            }
        } catch (IOException ended) {
            // One end has gone: so does the other.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static boolean isCommitted(byte[] bytes, int count) {
        for (int from = 0; from + COMMITTED.length <= count; from++) {
            if (Arrays.equals(bytes, from, from + COMMITTED.length, COMMITTED, 0, COMMITTED.length)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        let();
        door.close();
    }
}
