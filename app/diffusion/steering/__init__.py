"""What steers a sampling beside its prompts: ControlNets, adapters and pictures as prompts."""
