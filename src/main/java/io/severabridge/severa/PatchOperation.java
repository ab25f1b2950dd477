package io.severabridge.severa;

import org.jspecify.annotations.Nullable;

/**
 * One JSON Patch operation. Severa supports Replace only (API document, PatchOperation).
 *
 * @param op always {@code Replace}
 * @param path the field of the input model, such as {@code /name} or {@code /owner/guid}
 * @param value the new value; null empties the field. How it is written: {@link PatchForm}
 */
public record PatchOperation(
        String op, String path, @Nullable Object value) {
    public static PatchOperation replace(String path, @Nullable Object value) {
        return new PatchOperation("Replace", path, value);
    }
}
