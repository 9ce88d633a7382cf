/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once
#include "cld-runtime.h"
#include <gmodule.h>
#include <openvino/c/openvino.h>

/* What is used of OpenVINO's C API. Looked up by name at run time: the name of the library carries
 * the release, so that linking would tie the program to one. */
#define CLD_RUNTIME_FUNCTIONS(F)                                                                   \
    F(ov_get_openvino_version)                                                                     \
    F(ov_version_free)                                                                             \
    F(ov_get_error_info)                                                                           \
    F(ov_get_last_err_msg)                                                                         \
    F(ov_core_create)                                                                              \
    F(ov_core_free)                                                                                \
    F(ov_core_add_extension)                                                                       \
    F(ov_core_compile_model_from_file)                                                             \
    F(ov_compiled_model_free)                                                                      \
    F(ov_compiled_model_inputs_size)                                                               \
    F(ov_compiled_model_create_infer_request)                                                      \
    F(ov_infer_request_free)                                                                       \
    F(ov_infer_request_get_tensor)                                                                 \
    F(ov_infer_request_get_output_tensor_by_index)                                                 \
    F(ov_infer_request_set_tensor)                                                                 \
    F(ov_infer_request_set_input_tensor_by_index)                                                  \
    F(ov_infer_request_infer)                                                                      \
    F(ov_shape_create)                                                                             \
    F(ov_shape_free)                                                                               \
    F(ov_tensor_create_from_host_ptr)                                                              \
    F(ov_tensor_create_from_string_array)                                                          \
    F(ov_tensor_get_shape)                                                                         \
    F(ov_tensor_get_element_type)                                                                  \
    F(ov_tensor_data)                                                                              \
    F(ov_tensor_free)

struct CldRuntime {
    char *path;       /* (owned) */
    char *tokenizers; /* (owned): path of the extension */
    char *version;    /* (owned): "OpenVINO 2026.4.1" */
#define CLD_RUNTIME_MEMBER(name) __typeof__ (&(name))(name);
    CLD_RUNTIME_FUNCTIONS(CLD_RUNTIME_MEMBER)
#undef CLD_RUNTIME_MEMBER
};
