package org.huzhu.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.huzhu.crypto.Digests;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.OwnKey;
import org.huzhu.crypto.OwnKeys;
import org.huzhu.crypto.SealBroken;
import org.huzhu.documents.DocumentRefused.Reason;
import org.huzhu.documents.JdbcPapers.Place;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Seals documents onto the shelf and opens them again. */
@Component
class Vault {

    private static final Logger LOG = LoggerFactory.getLogger(Vault.class);

    private final Shelf shelf;
    private final OwnKeys keys;

    Vault(Shelf shelf, OwnKeys keys) {
        this.shelf = shelf;
        this.keys = keys;
    }

    byte[] newKey(UUID document) {
        return keys.make(Field.FILE, document);
    }

    /**
     * Lays all of the document down, or nothing.
     *
     * @throws DocumentRefused if the shelf does not take it
     */
    List<Blob> lay(UUID document, byte[] keySealed, Made made) {
        OwnKey key = new OwnKey(Field.FILE, document, keySealed);
        List<Blob> laid = new ArrayList<>();
        try {
            if (made.original().isPresent()) {
                laid.add(lay(key, Blob.ORIGINAL, made.original().get()));
            }
            for (int page = 0; page < made.pages().size(); page++) {
                laid.add(lay(key, Blob.page(page), made.pages().get(page)));
            }
            return laid;
        } catch (IOException e) {
            LOG.error("Document {} was refused: the shelf does not take it", document, e);
            discard(laid);
            throw new DocumentRefused(Reason.STORE_DOWN, e);
        }
    }

    /** Lays one piece of it down. */
    Blob lay(UUID document, byte[] keySealed, String place, byte[] clear) {
        try {
            return lay(new OwnKey(Field.FILE, document, keySealed), place, clear);
        } catch (IOException e) {
            LOG.error("Document {} was refused: the shelf does not take it", document, e);
            throw new DocumentRefused(Reason.STORE_DOWN, e);
        }
    }

    private Blob lay(OwnKey key, String place, byte[] clear) throws IOException {
        byte[] sealed = keys.seal(key, place, clear);
        String name = nameOf(sealed);
        shelf.put(name, sealed);
        return new Blob(place, name, sealed.length);
    }

    static String nameOf(byte[] sealed) {
        return Digests.hex(Digests.sha256(sealed));
    }

    /** Takes away what no row will name; what cannot be taken away now is swept later. */
    void discard(Collection<Blob> blobs) {
        for (Blob blob : blobs) {
            try {
                shelf.remove(blob.name());
            } catch (IOException e) {
                LOG.warn("{} stays until it is swept", blob.name(), e);
            }
        }
    }

    /**
     * What lies at the place, opened.
     *
     * @throws DocumentRefused if it is gone, or a single bit of it differs, or the shelf does not answer
     */
    byte[] fetch(UUID document, String part, Place place) {
        try {
            byte[] sealed = shelf.get(place.name()).orElseThrow(() -> damaged(document, part, "is gone"));
            if (!nameOf(sealed).equals(place.name())) {
                throw damaged(document, part, "is not what was kept");
            }
            return keys.open(place.key(), part, sealed);
        } catch (SealBroken e) {
            throw new DocumentRefused(Reason.DAMAGED, e);
        } catch (IOException e) {
            LOG.error("Document {} cannot be shown: the shelf does not answer", document, e);
            throw new DocumentRefused(Reason.STORE_DOWN, e);
        }
    }

    private static DocumentRefused damaged(UUID document, String part, String how) {
        LOG.error("Of document {} the {} {}", document, part, how);
        return new DocumentRefused(Reason.DAMAGED);
    }
}
