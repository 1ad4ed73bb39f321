package org.huzhu.documents;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.huzhu.documents.DocumentRefused.Reason;
import org.huzhu.documents.photo.Photo;
import org.huzhu.documents.photo.Photo.Extent;
import org.huzhu.documents.photo.Sharpness;
import org.huzhu.receipts.MedicalReceipt;
import org.huzhu.receipts.ReceiptReader;
import org.springframework.stereotype.Component;

/** Looks at what was brought and makes it safe; so many pixels and so many processes at a time, the rest waits. */
@Component
class Looking implements AutoCloseable {

    private static final int PIXELS_OF_PERMIT = 1_000_000;
    private static final int WAIT_SECONDS = 30;
    private static final int PROCESSES = 2;

    private final ReceiptReader receipts;
    private final Apart apart;
    private final Semaphore pixels = new Semaphore(Photo.PIXELS_MAX / PIXELS_OF_PERMIT + 1, true);
    /** Pages share threads, and wait where one of them only reckons: photos have threads of their own. */
    private final ExecutorService hands = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().daemon().name("photos-", 0).factory());

    private final Semaphore processes = new Semaphore(PROCESSES, true);

    Looking(ReceiptReader receipts, Apart apart) {
        this.receipts = receipts;
        this.apart = apart;
    }

    /**
     * Looks at a file.
     *
     * @param ending of its name, in small letters
     * @throws DocumentRefused if it is nothing that is kept
     */
    Made look(String ending, byte[] file) {
        return switch (Looks.of(ending, file)) {
            case JPEG, PNG -> photo(file);
            case XML -> xml(file);
            case PDF -> within(processes, 1, () -> apart.take(Document.Kind.PDF, file));
            case OFD -> within(processes, 1, () -> apart.take(Document.Kind.OFD, file));
        };
    }

    private Made photo(byte[] file) {
        Extent extent = Photo.extent(file);
        int share = (int) (extent.pixels() / PIXELS_OF_PERMIT) + 1;
        return within(pixels, share, () -> beside(() -> photo(file, extent)));
    }

    private Made photo(byte[] file, Extent extent) {
        Photo photo = Photo.decode(file, extent);
        BufferedImage grey = photo.grey();
        List<byte[]> safe = List.of(photo.encode());
        Optional<MedicalReceipt> receipt = receipts.ofPicture(grey);
        return new Made(Document.Kind.PHOTO, safe, Optional.empty(), Sharpness.isBlurred(grey), receipt);
    }

    private Made beside(Callable<Made> work) {
        try {
            return hands.submit(work).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof DocumentRefused refused ? refused : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DocumentRefused(Reason.BUSY, e);
        }
    }

    @Override
    public void close() {
        hands.close();
    }

    private Made xml(byte[] file) {
        MedicalReceipt receipt = receipts.read(file).orElseThrow(() -> new DocumentRefused(Reason.NO_RECEIPT));
        return new Made(Document.Kind.XML, List.of(), Optional.of(file), false, Optional.of(receipt));
    }

    private static Made within(Semaphore turns, int share, Supplier<Made> work) {
        try {
            DocumentRefused.require(turns.tryAcquire(share, WAIT_SECONDS, TimeUnit.SECONDS), Reason.BUSY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DocumentRefused(Reason.BUSY, e);
        }
        try {
            return work.get();
        } finally {
            turns.release(share);
        }
    }
}
