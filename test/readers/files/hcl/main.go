// Reads configurations with the parser that Terraform uses: JSON strings on stdin, the providers' attributes on stdout.
package main

import (
	"encoding/json"
	"os"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

func main() {
	var texts []string
	if err := json.NewDecoder(os.Stdin).Decode(&texts); err != nil {
		panic(err)
	}
	read := make([]map[string]string, len(texts))
	for i, text := range texts {
		read[i] = map[string]string{}
		file, diagnostics := hclsyntax.ParseConfig([]byte(text), "provider.tf", hcl.InitialPos)
		if diagnostics.HasErrors() {
			read[i]["error"] = diagnostics.Error()
			continue
		}
		for _, block := range file.Body.(*hclsyntax.Body).Blocks {
			if block.Type == "provider" {
				collect(block.Body, read[i])
			}
		}
	}
	if err := json.NewEncoder(os.Stdout).Encode(read); err != nil {
		panic(err)
	}
}

func collect(body *hclsyntax.Body, into map[string]string) {
	for name, attribute := range body.Attributes {
		value, diagnostics := attribute.Expr.Value(nil)
		switch {
		case diagnostics.HasErrors():
			into["error"] = diagnostics.Error()
		case value.Type().FriendlyName() == "string":
			into[name] = value.AsString()
		}
	}
	for _, block := range body.Blocks {
		collect(block.Body, into)
	}
}
