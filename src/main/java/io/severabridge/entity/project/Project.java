package io.severabridge.entity.project;

import org.jspecify.annotations.Nullable;

/**
 * What both systems mean by a project. Customer, department, owner and contact are GUIDs.
 *
 * @param internalName null where it is not mapped
 * @param currency ISO code
 */
record Project(
        @Nullable Long number,
        String name,
        @Nullable String internalName,
        @Nullable String customer,
        @Nullable String businessUnit,
        @Nullable String owner,
        @Nullable String contact,
        @Nullable String currency) {}
