// Reads documents with the parser of kubectl and the API server: JSON strings on stdin, an array of objects on stdout.
package main

import (
	"encoding/json"
	"os"

	"sigs.k8s.io/yaml"
)

func main() {
	var texts []string
	if err := json.NewDecoder(os.Stdin).Decode(&texts); err != nil {
		panic(err)
	}
	read := make([]interface{}, len(texts))
	for i, text := range texts {
		if err := yaml.UnmarshalStrict([]byte(text), &read[i]); err != nil {
			read[i] = map[string]string{"error": err.Error()}
		}
	}
	if err := json.NewEncoder(os.Stdout).Encode(read); err != nil {
		panic(err)
	}
}
